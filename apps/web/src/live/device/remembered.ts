import { settableValue, type SettableValue } from '@coherence/protocol/observable-value';
import { noteRefused } from './keeping.ts';

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

/** A store whose names can be looked through. */
export type ListedStore = DeviceStore & Pick<Storage, 'key' | 'length'>;

/**
 * Where this device keeps small things between visits. A browser may refuse to keep them, and even to look: what it
 * refuses lasts as long as the page, for all that use this store, and `deviceKeeping` says so. Nothing here throws.
 */
export function deviceStore(): ListedStore {
  return DEVICE;
}

/** The same for what this tab keeps until it is closed. */
export function tabStore(): ListedStore {
  return TAB;
}

/** Finds out at once whether this browser keeps small things, before anybody relies on it. */
export function tryDeviceStore(): void {
  DEVICE.setItem(TRIAL, '');
  DEVICE.removeItem(TRIAL);
}

const TRIAL = 'coherence.trial';
const DEVICE = neverThrowing(
  () => localStorage,
  () => noteRefused('small'),
);
const TAB = neverThrowing(
  () => sessionStorage,
  () => undefined,
);

function neverThrowing(find: () => Storage | undefined, onRefused: () => void): ListedStore {
  const nowhere = {};
  const refused = new WeakMap<object, Map<string, string>>();
  const store = (): Storage | null => attempt(find) ?? null;
  const ofPage = (): Map<string, string> => {
    const key = store() ?? nowhere;
    const known = refused.get(key) ?? new Map<string, string>();
    refused.set(key, known);
    return known;
  };
  const names = (): string[] => {
    const kept = store();
    const ofStore = Array.from({ length: attempt(() => kept?.length) ?? 0 }, (_, at) => kept?.key(at) ?? '');
    return [...new Set([...ofStore, ...ofPage().keys()])];
  };
  return {
    get length() {
      return names().length;
    },
    key: (at) => names()[at] ?? null,
    getItem: (name) => ofPage().get(name) ?? attempt(() => store()?.getItem(name)) ?? null,
    setItem(name, value) {
      const kept = store();
      const isKept = kept !== null && attempt(() => [kept.setItem(name, value)]) !== null;
      if (isKept) ofPage().delete(name);
      else ofPage().set(name, value);
      if (!isKept) onRefused();
    },
    removeItem(name) {
      ofPage().delete(name);
      attempt(() => store()?.removeItem(name));
    },
  };
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
