import { PLAIN_DRAFT, type Draft } from '@coherence/board';
import { useMemo, useSyncExternalStore } from 'react';
import { deviceStore } from '../../live/device/device-store.ts';
import type { Desk } from '../write/notes/desk.ts';

export const PRACTICE = 'practice';

type Store = Pick<Storage, 'getItem' | 'setItem'>;
type PracticeNotes = {
  get(): readonly Draft[];
  change(change: (notes: readonly Draft[]) => readonly Draft[]): void;
  subscribe(listener: () => void): () => void;
};

/** Practice notes of a board, on this device and nowhere else. */
function openPractice(board: string, store: Store | null): PracticeNotes {
  const key = `coherence.practice.${board}`;
  const listeners = new Set<() => void>();
  let notes = read();

  function read(): readonly Draft[] {
    try {
      const value: unknown = JSON.parse(store?.getItem(key) ?? '[]');
      return Array.isArray(value) ? (value as Draft[]) : [];
    } catch {
      return [];
    }
  }

  return {
    get: () => notes,
    change(change) {
      notes = change(notes);
      try {
        store?.setItem(key, JSON.stringify(notes));
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

const NONE: ReadonlySet<string> = new Set();

/** A desk to try things at: what is written there is never sent. */
export function usePracticeDesk(board: string): Desk {
  const practice = useMemo(() => openPractice(board, deviceStore()), [board]);
  const notes = useSyncExternalStore(practice.subscribe, practice.get);
  const edit = (id: string, change: Partial<Draft>) =>
    practice.change((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  return {
    notes,
    waiting: NONE,
    add(added) {
      const now = Date.now();
      practice.change((all) => [
        ...all,
        ...added.map((note, index) => ({
          ...PLAIN_DRAFT,
          ...note,
          id: `${now}-${index}`,
          at: now + index,
          phase: PRACTICE,
        })),
      ]);
      return null;
    },
    write: (id, text) => edit(id, { text }),
    place: (id, row, column) => edit(id, { row, column }),
    show: (id, show) => edit(id, { show }),
    remove: (id) => practice.change((all) => all.filter((one) => one.id !== id)),
    bringBack: (draft) => practice.change((all) => [...all, draft]),
  };
}
