import type { BoardSnapshot } from '@coherence/board';
import type { ObservableValue } from '@coherence/protocol';
import { asJson, remembered, type DeviceStore } from '../device/remembered.ts';
import {
  assumeMissing,
  idOf,
  findMissing,
  stillMissing,
  type Candidate,
  type RejectedItem,
} from './rejected.ts';

type Stored = {
  readonly items: readonly RejectedItem[];
  readonly candidates: readonly Candidate[];
  /** Copies on this device that hold what the server refuses, by name; to be emptied before they are read again. */
  readonly copies: readonly string[];
};

/** What a board has not taken of this person, on this device until they say what becomes of it. */
export type RejectedItems = ObservableValue<readonly RejectedItem[]> & {
  /** First step, before anything is let go: what may be missing, and the copy that is not to be read again. */
  add(candidates: readonly Candidate[], copy: string | null): void;
  copiesToEmpty(): readonly string[];
  emptied(copy: string): void;
  /** Second step, once the server's board is here: what it has is let go, what it lacks stays. */
  settle(server: BoardSnapshot): void;
  /** The same where there is no board any more. */
  settleWithoutBoard(): void;
  discard(...items: readonly RejectedItem[]): void;
};

const NOTHING: Stored = { items: [], candidates: [], copies: [] };

const CODEC = asJson<Stored>(
  (parsed) => ({ ...NOTHING, ...(parsed as Partial<Stored> | null) }),
  (kept) => Object.values(kept).every((list) => list.length === 0),
);

/** Opens the rejected items of a board, stored under the key of version 0.1. Without a store they last as long as the page. */
export function openRejectedItems(boardId: string, store: DeviceStore | null): RejectedItems {
  const stored = remembered(`coherence.notsent.${boardId}`, CODEC, store);
  const put = (change: (kept: Stored) => Partial<Stored>): void =>
    stored.change((kept) => ({ ...kept, ...change(kept) }));

  return {
    getSnapshot: () => stored.getSnapshot().items,
    subscribe: stored.subscribe,
    add(candidates, copy) {
      put((kept) => ({
        candidates: merged(kept.candidates, candidates),
        copies: copy === null || kept.copies.includes(copy) ? kept.copies : [...kept.copies, copy],
      }));
    },
    copiesToEmpty: () => stored.getSnapshot().copies,
    emptied: (copy) => put((kept) => ({ copies: kept.copies.filter((one) => one !== copy) })),
    settle(server) {
      const { items, candidates } = stored.getSnapshot();
      if (items.length === 0 && candidates.length === 0) return;
      put((kept) => ({
        items: merged(stillMissing(kept.items, server), findMissing(kept.candidates, server)),
        candidates: [],
      }));
    },
    settleWithoutBoard() {
      put((kept) => ({ items: merged(kept.items, assumeMissing(kept.candidates)), candidates: [] }));
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
