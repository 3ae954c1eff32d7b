import type { BoardSnapshot, Column, Drawing, Influence, Pos, RecordRoot, Row } from '@coherence/board';

/** A record of any root, as far as it is of use here. */
export type RecordFacts = {
  readonly id: string;
  readonly text?: string;
  readonly kind?: string;
  readonly cell?: readonly [Row | null, Column | null, string] | null;
  readonly pos?: Pos | null;
  readonly from?: string;
  readonly to?: string;
  readonly sources?: Readonly<Record<string, { readonly unit: string | null }>>;
} & Partial<Pick<Drawing, 'ink' | 'points'>> &
  Readonly<Record<string, unknown>>;

/** `drafts`: a note that was written alone, of which the board knows nothing. */
export type RejectedRoot = RecordRoot | 'meta' | 'drafts';

type RecordKey = { readonly root: RejectedRoot; readonly id: string };

/** A record that is on the board, as it is in the document: factors that were merged are there too. */
export function recordAt(snapshot: BoardSnapshot, { root, id }: RecordKey): RecordFacts | null {
  if (root === 'drafts') return null;
  if (root === 'meta') return { ...snapshot.meta, id };
  const records: readonly RecordFacts[] = snapshot.unmerged[root] ?? snapshot[root];
  return records.find((one) => one.id === id) ?? null;
}

/** The words of a record, or those in one of its fields; null where there are none. */
export function wordsAt(snapshot: BoardSnapshot, at: RecordKey & { readonly key?: string }): string | null {
  const words = recordAt(snapshot, at)?.[at.key ?? 'text'];
  return typeof words === 'string' ? words : null;
}

const NAMED_ROOTS = [
  'factors',
  'strategies',
  'groups',
  'units',
  'notes',
  'actions',
  'needs',
  'loops',
  'drawings',
] as const;

/** What people call a record; empty where nothing is there, or has no words. */
export function recordName(snapshot: BoardSnapshot, id: string): string {
  for (const root of NAMED_ROOTS) {
    const record = recordAt(snapshot, { root, id });
    if (record !== null) return record.text ?? String(record['name'] ?? '');
  }
  return '';
}

/** What a field says that holds no words, to be compared and kept. */
export function valueOf(record: RecordFacts, key: string): unknown {
  // Without the words that sources may hold.
  if (key === 'sources') return Object.keys(record.sources ?? {}).toSorted();
  return record[key.startsWith('at:') ? 'placings' : key] ?? null;
}

/** What a record of a link says. */
export function linkOf(record: RecordFacts): Omit<Influence, 'id'> {
  const { from, to, source, room, polarity, strength, delay, note } = record as unknown as Influence;
  return { from, to, source, room, polarity, strength, delay, note };
}

/** Whether two plain values say the same, keys in the same order. */
export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
