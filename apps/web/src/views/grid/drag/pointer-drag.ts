import { scrollSpeed } from './drop-target.ts';

/** Where the pointer is and which card it lifted, in viewport pixels. */
export type Lift = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Where inside the card it was taken. */
  readonly grip: { readonly x: number; readonly y: number };
  readonly width: number;
};

type DragEvents = {
  mayLift(id: string): boolean;
  /** A card follows the pointer; called at most once a frame, and while the view scrolls under a still pointer. */
  moved(lift: Lift): void;
  /** Dropped there, or (null) given up: Escape, a lost pointer. */
  ended(lift: Lift | null): void;
};

const MOUSE_SLOP = 5;
const TOUCH_SLOP = 9;
const TOUCH_HOLD_MS = 300;
/** A frame that came late scrolls no further than this allows. */
const LONGEST_FRAME_MS = 100;
/** Parts of a card that keep the pointer to themselves. */
const OWN_POINTER = 'textarea, input, select, [role="menu"], [aria-haspopup="menu"]';

/**
 * Lets cards (`[data-card]`) below `root` be dragged: with a mouse or pen by moving, by touch after a short hold, so
 * that a swipe still scrolls. Nothing on the page moves meanwhile. Gives back the way to stop.
 */
export function watchDrags(root: HTMLElement, events: DragEvents): () => void {
  let pressed: { lift: Lift; pointer: number; startX: number; startY: number; touch: boolean } | null = null;
  let lifted: Lift | null = null;
  let hold: ReturnType<typeof setTimeout> | null = null;
  let frame = 0;
  let ticked = 0;

  const tick = (): void => {
    if (lifted === null) return;
    const now = performance.now();
    scrollUnder(root, lifted, Math.min(LONGEST_FRAME_MS, now - ticked) / 1000);
    ticked = now;
    events.moved(lifted);
    frame = requestAnimationFrame(tick);
  };
  const raise = (): void => {
    if (pressed === null || lifted !== null) return;
    lifted = pressed.lift;
    ticked = performance.now();
    getSelection()?.removeAllRanges();
    tick();
  };
  const finish = (result: Lift | null): void => {
    const wasLifted = lifted !== null;
    if (hold !== null) clearTimeout(hold);
    cancelAnimationFrame(frame);
    pressed = null;
    lifted = null;
    hold = null;
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onUp);
    removeEventListener('pointercancel', onCancel);
    removeEventListener('keydown', onKey, true);
    if (!wasLifted) return;
    // The click that follows a drop is not a click on the card.
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
    events.ended(result);
  };
  const onMove = (event: PointerEvent): void => {
    if (pressed === null || event.pointerId !== pressed.pointer) return;
    const far = Math.hypot(event.clientX - pressed.startX, event.clientY - pressed.startY);
    pressed.lift = { ...pressed.lift, x: event.clientX, y: event.clientY };
    if (lifted !== null) lifted = pressed.lift;
    else if (pressed.touch && far > TOUCH_SLOP) finish(null);
    else if (!pressed.touch && far > MOUSE_SLOP) raise();
  };
  const onUp = (event: PointerEvent): void => {
    if (event.pointerId === pressed?.pointer) finish(lifted);
  };
  const onCancel = (event: PointerEvent): void => {
    if (event.pointerId === pressed?.pointer) finish(null);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || lifted === null) return;
    event.preventDefault();
    event.stopPropagation();
    finish(null);
  };
  const onDown = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0 || event.ctrlKey || event.shiftKey || event.metaKey) return;
    if (!(event.target instanceof Element) || event.target.closest(OWN_POINTER) !== null) return;
    const card = event.target.closest<HTMLElement>('[data-card]');
    const id = card?.dataset['card'];
    if (card === null || id === undefined || !events.mayLift(id)) return;
    const box = card.getBoundingClientRect();
    const [x, y] = [event.clientX, event.clientY];
    const lift = { id, x, y, grip: { x: x - box.left, y: y - box.top }, width: box.width };
    const touch = event.pointerType === 'touch';
    pressed = { lift, pointer: event.pointerId, startX: x, startY: y, touch };
    if (touch) hold = setTimeout(raise, TOUCH_HOLD_MS);
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', onCancel);
    addEventListener('keydown', onKey, true);
  };
  const keepStill = (event: Event): void => {
    if (lifted !== null) event.preventDefault();
  };
  const noMenu = (event: Event): void => {
    if (pressed?.touch === true) event.preventDefault();
  };

  root.addEventListener('pointerdown', onDown);
  root.addEventListener('touchmove', keepStill, { passive: false });
  root.addEventListener('contextmenu', noMenu);
  return () => {
    finish(null);
    root.removeEventListener('pointerdown', onDown);
    root.removeEventListener('touchmove', keepStill);
    root.removeEventListener('contextmenu', noMenu);
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function scrollUnder(root: HTMLElement, { x, y }: Lift, seconds: number): void {
  for (const box of root.querySelectorAll<HTMLElement>('[data-scrolls]')) {
    const edge = box.getBoundingClientRect();
    if (x < edge.left || x > edge.right || y < edge.top - 40 || y > edge.bottom + 40) continue;
    const down = scrollSpeed(y, edge.top, edge.bottom) * seconds;
    const across = scrollSpeed(x, edge.left, edge.right) * seconds;
    if (down !== 0 || across !== 0) box.scrollBy(across, down);
  }
}
