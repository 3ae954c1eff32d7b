import { actsNow } from './acts.ts';
import { luckFor } from './luck.ts';
import type { Pretend } from './pretend.ts';

/** Between two things a person does, milliseconds. */
const THINK_MS = [2_500, 9_000] as const;
/** How often somebody with nothing to do looks up. */
const LOOK_UP_MS = 1_500;

interface LifeOptions {
  readonly seed: number;
  /** 1 is the pace of people. */
  readonly speed: number;
  readonly signal: AbortSignal;
}

/** Does what each phase asks of a participant, one thing after the other, until the signal ends it. */
export async function live(pretend: Pretend, { seed, speed, signal }: LifeOptions): Promise<void> {
  const done = new Set<string>();
  const luck = luckFor(seed, 'pace');
  while (!signal.aborted && !pretend.isGone) {
    const isIdle = actsNow({ pretend, seed, done }).length === 0;
    await pause((isIdle ? LOOK_UP_MS : luck.between(...THINK_MS)) / speed, signal);
    // Asked again: while they thought, the room may have gone on.
    const [next] = signal.aborted || pretend.isGone ? [] : actsNow({ pretend, seed, done });
    if (next === undefined) continue;
    done.add(next.name);
    await next.run();
  }
}

/** Resolves after `ms`, or at once when the signal ends it all. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
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
