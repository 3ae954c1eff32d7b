import type { Column, Row } from '@coherence/board';

/** What is being written and where it is to go. */
export type AtHand = { readonly text: string; readonly row: Row | null; readonly column: Column | null };

export type WordsAtHand = {
  get(): AtHand;
  set(change: Partial<AtHand>): void;
  subscribe(listener: () => void): () => void;
};

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * A sentence that was begun and not added, on this device: it outlives a reload, and a phase that moves on. `name`
 * says where it is written. A store that refuses costs only the reload.
 */
export function openWordsAtHand(name: string, first: AtHand, store: Store | null): WordsAtHand {
  const key = `coherence.at-hand.${name}`;
  const listeners = new Set<() => void>();
  let current = { ...first, ...read() };

  function read(): Partial<AtHand> {
    try {
      const value = JSON.parse(store?.getItem(key) ?? 'null') as Partial<AtHand> | null;
      return typeof value?.text === 'string' ? value : {};
    } catch {
      return {};
    }
  }

  return {
    get: () => current,
    set(change) {
      current = { ...current, ...change };
      try {
        store?.setItem(key, JSON.stringify(current));
      } catch {
        // Kept while the page is open.
      }
      for (const listener of Array.from(listeners)) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
