import { useSyncExternalStore } from 'react';

const KEY = 'keep-keys';
const listeners = new Set<() => void>();

/** Whether this person wants the keys that keep: somebody who dictates says letters without meaning them. */
export function useKeysWanted(): [boolean, (wanted: boolean) => void] {
  return [useSyncExternalStore(subscribe, areWanted), setWanted];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function areWanted(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

function setWanted(wanted: boolean): void {
  try {
    if (wanted) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Where nothing can be stored the keys stay as they are.
  }
  for (const listener of listeners) listener();
}
