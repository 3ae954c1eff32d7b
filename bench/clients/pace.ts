import { percentile } from '../figures/percentiles.ts';
import { randomFrom } from '@coherence/board/testing';

const LOOK_EVERY_MS = 4;

interface Paced {
  /** How often an act was done. */
  readonly acts: number;
  /** How late acts were, 99th percentile, in ms: where large, the load generator is the bottleneck. */
  readonly lagP99Ms: number;
}

/**
 * Calls each of `acts` `perSecond` times a second for `forMs`, evenly spread over time and people. `turn` counts up
 * for each.
 */
export function atPace(
  acts: readonly ((turn: number) => void)[],
  perSecond: number,
  forMs: number,
): Promise<Paced> {
  const every = 1000 / perSecond;
  const random = randomFrom(acts.length);
  const startedAt = performance.now();
  const people = acts.map((act) => ({ act, turn: 0, dueAt: startedAt + random.next() * every }));
  const late: number[] = [];
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const now = performance.now();
      for (const one of people) {
        while (one.dueAt <= now && one.dueAt < startedAt + forMs) {
          late.push(now - one.dueAt);
          one.act(one.turn);
          one.turn += 1;
          one.dueAt += every;
        }
      }
      if (now < startedAt + forMs) return;
      clearInterval(timer);
      resolve({ acts: late.length, lagP99Ms: percentile(late, 0.99) ?? 0 });
    }, LOOK_EVERY_MS);
  });
}

/** Waits until something is so; false when it is not within `limitMs`. */
export async function until(isSo: () => boolean, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  while (!isSo()) {
    if (performance.now() > deadline) return false;
    await pause(2);
  }
  return true;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** True when `work` ended within `limitMs`. */
export async function within(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([work.then(() => true), limit]);
  } finally {
    clearTimeout(timer);
  }
}
