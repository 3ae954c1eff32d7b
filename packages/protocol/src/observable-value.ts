/** A value that can be read and watched; `subscribe` and `getSnapshot` fit React's `useSyncExternalStore`. */
export type ObservableValue<Value> = {
  readonly getSnapshot: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
};

export type SettableValue<Value> = ObservableValue<Value> & {
  /** Answers whether that was a change. */
  readonly set: (value: Value) => boolean;
};

/**
 * A value holder that tells its listeners when the value changes. A new value that `same` finds equal is dropped, so
 * a snapshot keeps its identity.
 */
export function settableValue<Value>(
  initial: Value,
  same: (before: Value, after: Value) => boolean = Object.is,
): SettableValue<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => value,
    subscribe: (listener) => {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    set: (next) => {
      if (same(value, next)) return false;
      value = next;
      for (const listener of Array.from(listeners)) listener();
      return true;
    },
  };
}
