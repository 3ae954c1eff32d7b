import { useSyncExternalStore } from 'react';

export type Followed = { readonly participantId: string; readonly name: string };

let followed: Followed | null = null;
const listeners = new Set<() => void>();

/** Follows somebody's view from now on; null stops. */
export function follow(person: Followed | null): void {
  followed = person;
  for (const listener of listeners) listener();
}

/** Whom this tab follows. */
export function useFollowed(): Followed | null {
  return useSyncExternalStore(subscribe, () => followed);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
