import type { BoardSnapshot } from '@coherence/board';
import type { ObservableValue } from '@coherence/protocol';
import { allNotSent, idOf, notSent, stillNotSent, type Candidate, type NotSentItem } from './not-sent.ts';

type Kept = {
  readonly items: readonly NotSentItem[];
  readonly candidates: readonly Candidate[];
  /** Copies on this device that hold what the server refuses, by name; to be emptied before they are read again. */
  readonly copies: readonly string[];
};

/** What a board has not taken of this person, on this device until they say what becomes of it. */
export type Tray = ObservableValue<readonly NotSentItem[]> & {
  /** First step, before anything is let go: what may be missing, and the copy that is not to be read again. */
  keep(candidates: readonly Candidate[], copy: string | null): void;
  copiesToEmpty(): readonly string[];
  emptied(copy: string): void;
  /** Second step, once the server's board is here: what it has is let go, what it lacks stays. */
  settle(server: BoardSnapshot): void;
  /** The same where there is no board any more. */
  settleWithoutBoard(): void;
  discard(...items: readonly NotSentItem[]): void;
};

const NOTHING: Kept = { items: [], candidates: [], copies: [] };

/** Opens the tray of a board. Without a store it lasts as long as the page. */
export function openTray(
  boardId: string,
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null,
): Tray {
  const name = `coherence.notsent.${boardId}`;
  const listeners = new Set<() => void>();
  let isStored = store !== null;
  let kept = read();

  function read(): Kept {
    try {
      const value = JSON.parse(store?.getItem(name) ?? 'null') as Partial<Kept> | null;
      return { ...NOTHING, ...value };
    } catch {
      return NOTHING;
    }
  }

  function put(change: (kept: Kept) => Partial<Kept>): void {
    // Another tab may have put something there.
    const latest = isStored ? read() : kept;
    kept = { ...latest, ...change(latest) };
    const isEmpty = Object.values(kept).every((list) => list.length === 0);
    try {
      if (isEmpty) store?.removeItem(name);
      else store?.setItem(name, JSON.stringify(kept));
    } catch {
      // Full or forbidden: the words stay in this page.
      isStored = false;
    }
    for (const listener of Array.from(listeners)) listener();
  }

  return {
    getSnapshot: () => kept.items,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    keep(candidates, copy) {
      put((kept) => ({
        candidates: merged(kept.candidates, candidates),
        copies: copy === null || kept.copies.includes(copy) ? kept.copies : [...kept.copies, copy],
      }));
    },
    copiesToEmpty: () => kept.copies,
    emptied: (copy) => put((kept) => ({ copies: kept.copies.filter((one) => one !== copy) })),
    settle(server) {
      if (kept.items.length === 0 && kept.candidates.length === 0) return;
      put((kept) => ({
        items: merged(stillNotSent(kept.items, server), notSent(kept.candidates, server)),
        candidates: [],
      }));
    },
    settleWithoutBoard() {
      put((kept) => ({ items: merged(kept.items, allNotSent(kept.candidates)), candidates: [] }));
    },
    discard(...items) {
      const gone = new Set(items.map(idOf));
      put((kept) => ({ items: kept.items.filter((one) => !gone.has(idOf(one))) }));
    },
  };
}

/** One entry for each thing, the newer one. */
function merged<T extends Parameters<typeof idOf>[0]>(
  older: readonly T[],
  newer: readonly T[],
): readonly T[] {
  return [...new Map([...older, ...newer].map((one) => [idOf(one), one])).values()];
}
