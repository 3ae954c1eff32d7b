import * as Y from 'yjs';

/** Roots whose entries are records: id -> Y.Map with the presence key `in`. */
export const RECORD_ROOTS = [
  'units',
  'factors',
  'influences',
  'groups',
  'tensions',
  'loops',
  'needs',
  'assets',
  'strategies',
  'actions',
  'notes',
  'drawings',
  'voteRounds',
] as const;
export type RecordRoot = (typeof RECORD_ROOTS)[number];

/** Every top-level name of a board document. Each root is a Y.Map; SPEC.md says what it holds. */
export const ROOTS = ['meta', 'session', ...RECORD_ROOTS] as const;
export type Root = (typeof ROOTS)[number];

/**
 * Roots of a private document: what one person writes and gives alone. `ballots` is where versions before `answers` kept
 * votes; tabs of those still write it.
 */
export const PRIVATE_ROOTS = ['drafts', 'answers', 'ballots'] as const;

/** Every root that people write in: of the board, and of a private document. */
export const WRITTEN_ROOTS = ['meta', ...RECORD_ROOTS, ...PRIVATE_ROOTS] as const;
export type WrittenRoot = (typeof WRITTEN_ROOTS)[number];

/** Origin of a person's own changes: what their undo reverts. */
export const LOCAL: unique symbol = Symbol('local');
/** Origin of changes that undo does not track: undoing a creation unsets `in`, so nothing others typed goes with it. */
export const UNTRACKED: unique symbol = Symbol('untracked');

export type BoardRecord = Y.Map<unknown>;

/** Of a board, or of a private document. */
export function rootOf(doc: Y.Doc, root: Root | WrittenRoot): Y.Map<unknown> {
  return doc.getMap(root);
}

export function recordOf(doc: Y.Doc, root: RecordRoot, id: string): BoardRecord | null {
  const record = rootOf(doc, root).get(id);
  return record instanceof Y.Map ? record : null;
}

/** A record that exists and that no person has removed. */
export function presentRecord(doc: Y.Doc, root: RecordRoot, id: string): BoardRecord | null {
  const record = recordOf(doc, root, id);
  return record !== null && isPresent(record) ? record : null;
}

export function isPresent(record: BoardRecord): boolean {
  return typeof record.get('in') === 'number';
}

/** The words of a record, to be watched or edited; null where it has none. */
export function textIn(record: BoardRecord | null | undefined): Y.Text | null {
  const text = record?.get('text');
  return text instanceof Y.Text ? text : null;
}

/** What a record says; empty where it has no words. */
export function wordsIn(record: BoardRecord): string {
  return String(record.get('text') ?? '');
}

/** Who said a factor, by the key of each source; null where none are kept. */
export function sourcesIn(record: BoardRecord): Y.Map<unknown> | null {
  const sources = record.get('sources');
  return sources instanceof Y.Map ? sources : null;
}

/** Row, column and rank of a factor as they are written, whatever they are; null where it has no cell. */
export function cellIn(record: BoardRecord | null | undefined): readonly unknown[] | null {
  const cell = record?.get('cell');
  return Array.isArray(cell) ? cell : null;
}

/** How many records of a list are on the board. */
export function presentIn(doc: Y.Doc, root: RecordRoot): number {
  let count = 0;
  for (const record of rootOf(doc, root).values())
    if (record instanceof Y.Map && isPresent(record as BoardRecord)) count += 1;
  return count;
}

/**
 * Claims a record, and puts it back where it was removed: `in` holds the Yjs client that set it last. An operation that
 * writes into a record claims it first, so that its creator's undo cannot take another's words away with it. Not
 * tracked, hence outside of the change itself: where two people claim at once, the undo of one would take the record,
 * and with it the words of the other, off the board.
 */
export function claim(doc: Y.Doc, record: BoardRecord): void {
  if (record.get('in') !== doc.clientID) doc.transact(() => record.set('in', doc.clientID), UNTRACKED);
}

/** Creates records in one untracked transaction and shows them in one tracked one. */
export function createRecords(doc: Y.Doc, records: readonly NewRecord[]): void {
  doc.transact(() => {
    for (const record of records) rootOf(doc, record.root).set(record.id, toRecord(record));
  }, UNTRACKED);
  doc.transact(() => {
    for (const record of records) recordOf(doc, record.root, record.id)?.set('in', doc.clientID);
  }, LOCAL);
}

export type NewRecord = {
  readonly root: RecordRoot;
  readonly id: string;
  /** Plain values; what is null or undefined is left out. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The words, as a Y.Text. */
  readonly text?: string;
  /** Who said it, as a Y.Map. */
  readonly sources?: ReadonlyMap<string, unknown>;
};

function toRecord({ fields, text, sources }: NewRecord): BoardRecord {
  const record = new Y.Map<unknown>();
  for (const [key, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) record.set(key, value);
  }
  if (text !== undefined) record.set('text', new Y.Text(text));
  if (sources !== undefined) record.set('sources', new Y.Map(sources));
  return record;
}

/** Sets or, with null, unsets one key of a record; a value that is already there is not written again. */
export function setKey(record: BoardRecord, key: string, value: unknown): void {
  if (value === null || value === undefined) {
    if (record.has(key)) record.delete(key);
  } else if (JSON.stringify(record.get(key)) !== JSON.stringify(value)) {
    record.set(key, value);
  }
}

/** Puts removed records back on the board; undo removes them again. */
export function putIn(doc: Y.Doc, root: RecordRoot, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) {
      const record = recordOf(doc, root, id);
      if (record !== null && !isPresent(record)) record.set('in', doc.clientID);
    }
  }, LOCAL);
}

/** Removes records from the board by unsetting `in`. Their words stay in the document for undo. */
export function takeOut(doc: Y.Doc, root: RecordRoot, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) recordOf(doc, root, id)?.delete('in');
  }, LOCAL);
}
