import { placeKey, type Place } from '../../../factors/place.ts';

/** Words typed into a composer and not added yet. They survive reload and navigation on this device. */
export type Drafts = {
  get(place: Place): string;
  set(place: Place, words: string): void;
  subscribe(listener: () => void): () => void;
};

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Drafts of one board. A full or forbidden store (private windows) costs only the survival of a reload. */
export function openDrafts(boardId: string, store: Store | null): Drafts {
  const listeners = new Set<() => void>();
  const typed = new Map<string, string>();
  const keyOf = (place: Place): string => `draft/${boardId}/${placeKey(place)}`;
  return {
    get(place) {
      const key = keyOf(place);
      const known = typed.get(key);
      if (known !== undefined) return known;
      const kept = attempt(() => store?.getItem(key)) ?? '';
      typed.set(key, kept);
      return kept;
    },
    set(place, words) {
      const key = keyOf(place);
      typed.set(key, words);
      attempt(() => (words === '' ? store?.removeItem(key) : store?.setItem(key, words)));
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
