import { settableValue, type SettableValue } from '@coherence/protocol/observable-value';

/** As much of `localStorage` as a remembered value needs. */
export type DeviceStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** How a value is written down and read again. */
export type Codec<Value> = {
  /** Null: nothing is kept. Where this throws, what is kept is broken and counts as nothing. */
  readonly read: (kept: string | null) => Value;
  /** Null: the value needs no keeping. */
  readonly write: (value: Value) => string | null;
};

export type Remembered<Value> = SettableValue<Value> & {
  /** The value as this device keeps it now: another tab may have kept a newer one. */
  newest(): Value;
  /** Sets what `change` makes of the newest value. */
  change(change: (newest: Value) => Value): void;
};

/** Where this device keeps small things between visits. A browser may refuse it, even to look at it. */
export function deviceStore(): Storage | null {
  return attempt(() => localStorage);
}

/** Where this tab keeps small things until it is closed. */
export function tabStore(): Storage | null {
  return attempt(() => sessionStorage);
}

/**
 * A value that outlives a reload under `key` of `store`. A store that is full or forbidden (private windows) costs
 * only that: the value lasts as long as the page.
 */
export function remembered<Value>(
  key: string,
  { read, write }: Codec<Value>,
  store: DeviceStore | null = deviceStore(),
): Remembered<Value> {
  const value = settableValue(kept());
  let isKept = store !== null;

  function kept(): Value {
    const text = attempt(() => store?.getItem(key)) ?? null;
    return (attempt(() => ({ value: read(text) })) ?? { value: read(null) }).value;
  }

  function set(next: Value): boolean {
    const text = write(next);
    try {
      if (text === null) store?.removeItem(key);
      else store?.setItem(key, text);
    } catch {
      isKept = false;
    }
    return value.set(next);
  }

  const newest = (): Value => (isKept ? kept() : value.getSnapshot());
  return { ...value, set, newest, change: (change) => void set(change(newest())) };
}

/** Values that are written as JSON. `read` is given what was parsed, null where nothing is kept. */
export function asJson<Value>(
  read: (parsed: unknown) => Value,
  isNothing: (value: Value) => boolean = () => false,
): Codec<Value> {
  return {
    read: (kept) => read(JSON.parse(kept ?? 'null')),
    write: (value) => (isNothing(value) ? null : JSON.stringify(value)),
  };
}

/** What `act` gives; null where it throws, as a store that is full or forbidden does. */
export function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
