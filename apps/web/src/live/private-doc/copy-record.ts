import type { Draft } from '@coherence/board';
import { asJson, remembered, type DeviceStore } from '../device/remembered.ts';

/** What this device remembers of one's private document beside its copy. */
type CopyState = {
  /** The number of the copy: a new generation of the document gets another one. */
  readonly copy: number;
  /** The generation the copy belongs to; 0 until a server has told it. */
  readonly generation: number;
  /** Drafts taken over from the copy before that are not known to be on the server. */
  readonly carried: readonly Draft[];
  /** Copies that are of no use any more and may still hold words. */
  readonly toEmpty: readonly number[];
};

export type CopyRecord = {
  read(): CopyState;
  change(change: (entry: CopyState) => Partial<CopyState>): void;
};

const FIRST: CopyState = { copy: 1, generation: 0, carried: [], toEmpty: [] };

const CODEC = asJson<CopyState>((parsed) => ({ ...FIRST, ...(parsed as Partial<CopyState> | null) }));

/**
 * What this device remembers for one person on one board. A store that is full or forbidden makes it last as long as
 * the page. `coherence.mine` is the stored key, which devices have had since version 0.1.
 */
export function openCopyRecord(board: string, participant: string, store: DeviceStore | null): CopyRecord {
  const entry = remembered(`coherence.mine.${board}/${participant}`, CODEC, store);
  return {
    read: entry.newest,
    change: (change) => entry.change((newest) => ({ ...newest, ...change(newest) })),
  };
}
