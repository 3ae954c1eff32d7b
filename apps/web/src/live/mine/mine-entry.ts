import type { Draft } from '@coherence/board';

/** What this device remembers of one's private document beside its copy. */
type MineEntry = {
  /** The number of the copy: a new generation of the document gets another one. */
  readonly copy: number;
  /** The generation the copy belongs to; 0 until a server has told it. */
  readonly generation: number;
  /** Drafts taken over from the copy before that are not known to be on the server. */
  readonly carried: readonly Draft[];
  /** Copies that are of no use any more and may still hold words. */
  readonly toEmpty: readonly number[];
};

export type MineEntries = {
  read(): MineEntry;
  change(change: (entry: MineEntry) => Partial<MineEntry>): void;
};

const FIRST: MineEntry = { copy: 1, generation: 0, carried: [], toEmpty: [] };

/** The entry for one person on one board. A store that is full or forbidden makes it last as long as the page. */
export function openMineEntries(
  board: string,
  participant: string,
  store: Pick<Storage, 'getItem' | 'setItem'> | null,
): MineEntries {
  const name = `coherence.mine.${board}/${participant}`;
  let kept = FIRST;

  const read = (): MineEntry => {
    try {
      const value = JSON.parse(store?.getItem(name) ?? 'null') as Partial<MineEntry> | null;
      return value === null ? kept : { ...FIRST, ...value };
    } catch {
      return kept;
    }
  };

  return {
    read,
    change(change) {
      // Another tab may have changed it.
      const now = read();
      kept = { ...now, ...change(now) };
      try {
        store?.setItem(name, JSON.stringify(kept));
      } catch {
        // The copy itself is still on this device; only a new generation would be asked for anew.
      }
    },
  };
}
