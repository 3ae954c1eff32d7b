/** How long a hidden tab, which gets no animation frames, waits instead, in ms. */
const HIDDEN_DELAY_MS = 100;

type FrameScheduler = { request(): void; cancel(): void };

/** Runs `task` once before the next frame, however often it is requested. */
export function frameScheduler(task: () => void): FrameScheduler {
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    if (timer !== null) clearTimeout(timer);
    frame = timer = null;
  };
  const run = (): void => {
    cancel();
    task();
  };
  return {
    request() {
      if (frame !== null || timer !== null) return;
      // Both: a tab hidden after the request would otherwise never get its frame.
      if (!document.hidden) frame = requestAnimationFrame(run);
      timer = setTimeout(run, HIDDEN_DELAY_MS);
    },
    cancel,
  };
}

/** Calls back once what has changed by now is drawn. A hidden tab draws nothing, and waits only a moment. */
export function afterDrawing(goOn: () => void): void {
  let isLate = false;
  const once = (): void => {
    if (!isLate) goOn();
    isLate = true;
  };
  // A task of its own, after the frame. A tab that is hidden, or will be, gets none.
  if (!document.hidden) requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, HIDDEN_DELAY_MS);
}
