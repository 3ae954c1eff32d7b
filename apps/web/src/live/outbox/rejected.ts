import type { BoardSnapshot, Column, Drawing, Influence, Pos, Row } from '@coherence/board';
import { smallestEdit } from '@coherence/board';
import type { NackCode, Refusal } from '@coherence/protocol';
import { isSame, recordName, recordAt, valueOf, linkOf, wordsAt, type RejectedRoot } from './records.ts';
import type { PendingEdit } from './pending-edits.ts';

/** Why something did not reach the board. renewed: it was, while that waited. removed: its writer was. */
export type RejectionReason = NackCode | 'renewed' | 'removed';

/** What may be missing on the server; kept at once, looked at when the server's board is here. */
export type Candidate = Omit<PendingEdit, 'root'> & {
  readonly root: RejectedRoot;
  /** The words; empty for what is none. */
  readonly text: string;
  readonly kind: string | null;
  readonly cell: readonly [Row | null, Column | null] | null;
  readonly pos: Pos | null;
  readonly why: RejectionReason;
  /** A link that was drawn, or changed in whatever way. */
  readonly link?: Omit<Influence, 'id'>;
  /** A stroke of the pen; a very long one with fewer points. */
  readonly stroke?: Pick<Drawing, 'ink' | 'points'>;
  /** What `key` was set to, where that is no words. */
  readonly value?: unknown;
  /** What it speaks of, as it was called: the ends of a link, else the record of `key`. */
  readonly about?: readonly { readonly id: string; readonly words: string }[];
  /** Names of the units for which a new factor was said. */
  readonly units?: readonly string[];
};

/** Something of this person that is not on the board. */
export type RejectedItem = Omit<Candidate, 'base'> & {
  /** What the board says there; null where it has no such words. */
  readonly before: string | null;
};

/** null: the connection has ended for a reason that says nothing about what was written. */
export function whyRefused(refusal: Refusal): RejectionReason | null {
  if (refusal.by === 'edit') return refusal.code;
  if (refusal.reason === 'new-generation') return 'renewed';
  return refusal.reason === 'not-allowed' || refusal.reason === 'no-token' ? 'removed' : null;
}

/** One id for each thing that is missing. */
export function idOf({ root, id, key = '' }: Pick<Candidate, 'root' | 'id' | 'key'>): string {
  return `${root}/${id}/${key}`;
}

/** What is shown as one: strokes together, and what has no words (a move, say) together. */
export function groupOf(item: RejectedItem): string {
  return item.text !== '' || item.link !== undefined
    ? idOf(item)
    : item.stroke === undefined
      ? 'rest'
      : 'strokes';
}

/**
 * What the server's board lacks. After a renewal only one's own words are given back: what stood around them may have
 * been redacted, and must not return from here.
 */
export function findMissing(
  candidates: readonly Candidate[],
  server: BoardSnapshot,
): readonly RejectedItem[] {
  return candidates.flatMap(({ base, ...candidate }) => {
    if (isThere(candidate, server)) return [];
    const item = { ...candidate, ...namedBy(server, candidate), before: null };
    if (candidate.text === '') return [item];
    const before = wordsAt(server, candidate);
    const isWhole = candidate.why !== 'renewed' || base === null || base === before;
    const text = isWhole ? candidate.text : ownWords(base, candidate.text);
    return text === '' ? [] : [{ ...item, text, before: isWhole ? before : null }];
  });
}

/** The same without a server to ask. */
export function assumeMissing(candidates: readonly Candidate[]): readonly RejectedItem[] {
  return candidates
    .filter(({ key, about }) => key !== 'in' || about?.some(({ words }) => words !== ''))
    .map(({ base, ...candidate }) => ({ ...candidate, before: base }));
}

/** Items that are still missing on the board. */
export function stillMissing(items: readonly RejectedItem[], server: BoardSnapshot): readonly RejectedItem[] {
  return items.filter((item) => !isThere(item, server));
}

type MissingItem = Omit<Candidate, 'base'>;

/** Whether the board says it. What can be said of no record any more counts as said, unless it is words. */
function isThere(item: MissingItem, server: BoardSnapshot): boolean {
  const { key, text, link, stroke, value } = item;
  const record = recordAt(server, item);
  if (link !== undefined) return record !== null && isSame(linkOf(record), link);
  if (stroke !== undefined) return record !== null;
  if (text !== '') return wordsAt(server, item) === text;
  if (record === null) return true;
  return key !== undefined && key !== 'in' && isSame(valueOf(record, key), value);
}

/** The names that the server's board has for what an item speaks of. */
function namedBy(server: BoardSnapshot, item: MissingItem): Pick<MissingItem, 'about'> {
  const record = recordAt(server, item);
  const ends = item.link === undefined && record?.from !== undefined ? [record.from, record.to ?? ''] : null;
  const about = ends?.map((id) => ({ id, words: '' })) ?? item.about;
  return about === undefined
    ? {}
    : { about: about.map(({ id, words }) => ({ id, words: recordName(server, id) || words })) };
}

function ownWords(base: string, text: string): string {
  return smallestEdit(base, text)?.insert.trim() ?? '';
}
