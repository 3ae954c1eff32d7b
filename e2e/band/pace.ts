import type { Chance } from '@coherence/board/testing';

/** How fast people are. `speed` 1 is a person; 20 is a load. */
export type Pace = {
  /** Between two things a person does. */
  think(): Promise<void>;
  /** Between two keys, or two steps of a drag. */
  key(): Promise<void>;
};

const THINK_MS = [900, 5000] as const;
const KEY_MS = [60, 190] as const;

export function paceOf(luck: Chance, speed: number, signal: AbortSignal): Pace {
  const wait = ([low, high]: readonly [number, number]): Promise<void> =>
    pause(luck.between(low, high) / speed, signal);
  return { think: () => wait(THINK_MS), key: () => wait(KEY_MS) };
}

/** Resolves after `ms`, or at once when the signal ends it all. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    return signal.addEventListener('abort', done);
  });
}
