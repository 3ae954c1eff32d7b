import { useSyncExternalStore } from 'react';

/** As many as a group can link in one sitting. */
const TOP_SUGGESTED = 15;

/** How many of the top a facilitator wants on the map, by board; the button of the console and the field for it agree. */
const kept = new Map<string, number>();
const listeners = new Set<() => void>();

/** The number wanted on this board and the way to change it. */
export function useTopCount(board: string): [number, (count: number) => void] {
  const count = useSyncExternalStore(subscribe, () => kept.get(board) ?? TOP_SUGGESTED);
  const change = (next: number): void => {
    kept.set(board, next);
    for (const listener of listeners) listener();
  };
  return [count, change];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
