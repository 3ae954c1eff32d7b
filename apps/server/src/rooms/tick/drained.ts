import type { Clock } from '../../time/clock.ts';

interface Draining {
  readonly clock: Clock;
  readonly waitMs: number;
  /** Takes in what waits; answers whether all is stored. */
  drain(): boolean;
  /** Calls `work` when the store is at rest. */
  whenAtRest(work: () => void): void;
}

/** Resolves when all that arrived is stored, or after `waitMs`. */
export function drained({ clock, waitMs, drain, whenAtRest }: Draining): Promise<void> {
  return new Promise((resolve) => {
    clock.after(waitMs, resolve);
    const goOn = () => {
      if (drain()) resolve();
      else whenAtRest(goOn);
    };
    goOn();
  });
}
