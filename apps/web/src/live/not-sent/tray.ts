import type { BoardSnapshot } from '@coherence/board';
import type { ObservableValue } from '@coherence/protocol';
import { asJson, remembered, type DeviceStore } from '../device/remembered.ts';
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

const KEPT = asJson<Kept>(
  (parsed) => ({ ...NOTHING, ...(parsed as Partial<Kept> | null) }),
  (kept) => Object.values(kept).every((list) => list.length === 0),
);

/** Opens the tray of a board. Without a store it lasts as long as the page. */
export function openTray(boardId: string, store: DeviceStore | null): Tray {
  const tray = remembered(`coherence.notsent.${boardId}`, KEPT, store);
  const put = (change: (kept: Kept) => Partial<Kept>): void =>
    tray.change((kept) => ({ ...kept, ...change(kept) }));

  return {
    getSnapshot: () => tray.getSnapshot().items,
    subscribe: tray.subscribe,
    keep(candidates, copy) {
      put((kept) => ({
        candidates: merged(kept.candidates, candidates),
        copies: copy === null || kept.copies.includes(copy) ? kept.copies : [...kept.copies, copy],
      }));
    },
    copiesToEmpty: () => tray.getSnapshot().copies,
    emptied: (copy) => put((kept) => ({ copies: kept.copies.filter((one) => one !== copy) })),
    settle(server) {
      const { items, candidates } = tray.getSnapshot();
      if (items.length === 0 && candidates.length === 0) return;
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
