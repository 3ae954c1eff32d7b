type PressSource = Pick<EventTarget, 'addEventListener'>;

let isDown = false;
const waiting = new Set<() => void>();

function release(): void {
  isDown = false;
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}

/**
 * Watches when a press begins and ends. A press ends a task after the button is let go: the click it makes comes first.
 * Touches are watched too, as browsers send mouse events for each tap. Called once, with the window.
 */
export function watchPresses(page: PressSource): void {
  page.addEventListener('mousedown', () => (isDown = true), true);
  for (const end of ['mouseup', 'dragend', 'pointercancel']) {
    page.addEventListener(end, () => setTimeout(release), true);
  }
  page.addEventListener('blur', (event) => {
    if (event.target === page) release();
  });
}

/**
 * Does something that may move what is on the screen: at once, or after the press that is going on. What closes because
 * the focus leaves it would otherwise move the pressed button away, and the press would be no click.
 */
export function afterPress(act: () => void): void {
  if (isDown) waiting.add(act);
  else act();
}
