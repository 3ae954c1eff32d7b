import type { Clock } from '../time/clock.ts';
import { StoreFailed } from './storage.ts';
import type { Directory } from './storage.ts';

/** How long a person who asked for something is kept waiting for the disk. */
export const PATIENCE_MS = 5_000;

/**
 * The same store for callers who want an answer: what takes too long rejects with `StoreFailed`. It may still
 * be done later.
 */
export function withPatience<S extends Directory>(store: S, clock: Clock): S {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => inTime(Reflect.apply(value, target, args), clock);
    },
  });
}

function inTime(work: unknown, clock: Clock): unknown {
  if (!(work instanceof Promise)) return work;
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const cancel = clock.after(PATIENCE_MS, () => reject(new StoreFailed('the store does not answer')));
  return Promise.race([work.finally(cancel), tooLate]);
}
