import type { Random } from '@coherence/board/random';

/** How fast people are. */
export interface Pace {
  /** Between two things a person does. */
  think(): Promise<void>;
  /** Until a person with nothing to do sees that there is something. */
  lookUp(): Promise<void>;
  /** Between two keys, or two steps of a drag. */
  key(): Promise<void>;
}

type Range = readonly [low: number, high: number];

/** Milliseconds. */
const THINK_MS: Range = [2_500, 9_000];
const LOOK_UP_MS: Range = [0, 1_500];
const KEY_MS: Range = [60, 190];

/**
 * `speed`: 1 is a person, 20 a load, Infinity does not wait. No person waits any more once the signal has ended it all.
 */
export function paceOf(random: Random, speed: number, signal: AbortSignal, thinkMs: Range = THINK_MS): Pace {
  const wait = ([low, high]: Range): Promise<void> =>
    waitUnlessAborted(random.between(low, high) / speed, signal);
  return { think: () => wait(thinkMs), lookUp: () => wait(LOOK_UP_MS), key: () => wait(KEY_MS) };
}

/** Resolves after `ms`, or at once when the signal ends it all. */
export function waitUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    return signal.addEventListener('abort', end);
  });
}
