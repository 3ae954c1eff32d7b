import type { StoragePort } from '../port/port.ts';
import { Store } from '../store.ts';

const WRITES = new Set<string | symbol>(['append', 'saveSnapshot', 'openPrivate', 'write', 'erase']);

export interface Killed {
  readonly storage: Store;
  /** From now on `writes` more are stored; then it is as if the process had been killed, between two of them. */
  killAfter(writes: number): void;
  readonly isDead: () => boolean;
}

/** A store whose process ends at a moment of the test's choice: what would be written later never returns. */
export function killable({ port }: { readonly port: StoragePort }): Killed {
  let left = Infinity;
  let isDead = false;
  const killed = new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = (...args: unknown[]): unknown => Reflect.apply(value, target, args);
      if (!WRITES.has(name)) return call;
      return (...args: unknown[]) => {
        left -= 1;
        if (left >= 0) return call(...args);
        isDead = true;
        return new Promise(() => {});
      };
    },
  });
  return { storage: new Store(killed), killAfter: (writes) => (left = writes), isDead: () => isDead };
}
