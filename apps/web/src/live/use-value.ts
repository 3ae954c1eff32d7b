import type { ObservableValue } from '@coherence/protocol';
import { useSyncExternalStore } from 'react';

/** What a value that can be watched is now; renders again when it changes. */
export function useValue<Value>({ subscribe, getSnapshot }: ObservableValue<Value>): Value {
  return useSyncExternalStore(subscribe, getSnapshot);
}

/** The same where there may be none yet: then `fallback`, which must be stable. */
export function useValueOr<Value>(value: ObservableValue<Value> | null | undefined, fallback: Value): Value {
  return useSyncExternalStore(value?.subscribe ?? NEVER, value?.getSnapshot ?? (() => fallback));
}

const NEVER = () => () => undefined;
