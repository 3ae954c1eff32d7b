import {
  smallestEdit,
  type BoardSnapshot,
  type Pos,
  type RecordRoot,
  type Row,
  type Column,
} from '@coherence/board';
import type { NackCode, Refusal } from '@coherence/sync';
import type { UnsentRecord } from './unsent-words.ts';

/** Why words did not reach the board. renewed: it was, while they waited. removed: their writer was. */
export type NotSentWhy = NackCode | 'renewed' | 'removed';

/** `drafts`: a note that was written alone, of which the board knows nothing. */
type NotSentRoot = RecordRoot | 'drafts';

/** Words that may be missing on the server; kept at once, looked at when the server's board is here. */
export type Candidate = Omit<UnsentRecord, 'root'> & {
  readonly root: NotSentRoot;
  readonly text: string;
  readonly kind: string | null;
  readonly cell: readonly [Row | null, Column | null] | null;
  readonly pos: Pos | null;
  readonly why: NotSentWhy;
};

/** Words of this person that are not on the board. */
export type NotSentItem = Omit<Candidate, 'base'> & {
  /** What the board says there; null where it has no such record. */
  readonly before: string | null;
};

/** null: the connection has ended for a reason that says nothing about the words. */
export function whyRefused(refusal: Refusal): NotSentWhy | null {
  if (refusal.by === 'edit') return refusal.code;
  if (refusal.reason === 'new-generation') return 'renewed';
  return refusal.reason === 'not-allowed' || refusal.reason === 'no-token' ? 'removed' : null;
}

/** The words at risk, as this device has them. What has been taken off the board since, or says nothing, is not. */
export function candidatesOf(
  unsent: readonly UnsentRecord[],
  local: BoardSnapshot,
  why: NotSentWhy,
): readonly Candidate[] {
  return unsent.flatMap((record) => {
    const found = wordsAt(local, record);
    if (found === null || found.text.trim() === '' || found.text === record.base) return [];
    const { text, kind = null, cell, pos = null } = found;
    const at = cell ? ([cell[0], cell[1]] as const) : null;
    return [{ ...record, text, kind, cell: at, pos, why }];
  });
}

/**
 * What the server's board lacks. After a renewal only one's own words are given back: what stood around them may have
 * been redacted, and must not return from here.
 */
export function notSent(candidates: readonly Candidate[], server: BoardSnapshot): readonly NotSentItem[] {
  return candidates.flatMap(({ base, ...candidate }) => {
    const before = wordsAt(server, candidate)?.text ?? null;
    if (before === candidate.text) return [];
    const isWhole = candidate.why !== 'renewed' || base === null || base === before;
    const text = isWhole ? candidate.text : ownWords(base, candidate.text);
    if (text === '') return [];
    return [{ ...candidate, text, before: isWhole ? before : null }];
  });
}

/** The same without a server to ask. */
export function allNotSent(candidates: readonly Candidate[]): readonly NotSentItem[] {
  return candidates.map(({ base, ...candidate }) => ({ ...candidate, before: base }));
}

/** Items that are still missing on the board. */
export function stillNotSent(items: readonly NotSentItem[], server: BoardSnapshot): readonly NotSentItem[] {
  return items.filter((item) => wordsAt(server, item)?.text !== item.text);
}

function ownWords(base: string, text: string): string {
  return smallestEdit(base, text)?.insert.trim() ?? '';
}

type Words = {
  readonly text: string;
  readonly kind?: string;
  readonly cell?: readonly [Row | null, Column | null, string] | null;
  readonly pos?: Pos | null;
};

function wordsAt(snapshot: BoardSnapshot, { root, id }: { root: NotSentRoot; id: string }): Words | null {
  if (root === 'drafts') return null;
  const records: readonly ({ readonly id: string } & Partial<Words>)[] = snapshot[root];
  const record = records.find((one) => one.id === id);
  return record?.text === undefined ? null : { ...record, text: record.text };
}
