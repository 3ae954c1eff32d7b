import * as Y from 'yjs';
import {
  type NewRecord,
  type BoardRecord,
  claim,
  presentRecord,
  RECORD_ROOTS,
  recordOf,
  type RecordRoot,
  rootOf,
  setKey,
  sourcesIn,
  textIn,
} from '../doc.ts';
import { newRecordsOf } from './new-records.ts';
import { BOARD_SCHEMA, type BoardFile } from './board-file.ts';
import { toBoardFile } from './to-file.ts';
import { metaSchema, type Meta } from '../schema/meta.ts';
import { SERVER } from '../session/session.ts';
import { readSnapshot, type BoardSnapshot } from '../snapshot.ts';
import { applyEdit, smallestEdit } from '../writing/text.ts';

export type RestoreOptions = {
  /** Units that stay although the file does not have them, because a person here speaks for them. */
  readonly keepUnits?: ReadonlySet<string>;
};

/** A closed vote has happened: restoring brings rounds back and takes none out. */
const ONLY_ADDED: ReadonlySet<RecordRoot> = new Set(['voteRounds']);
const STROKE_CHUNK = /^s\d+$/;
const SAME = { record: (id: string) => id, unit: (id: string) => id };

/**
 * Makes a board say what one of its own files says, in one transaction of the server. Ids and numbers stay, words are
 * changed by the smallest edit, what the file does not have is taken out and can be put back. What is the same is not
 * written. The session and closed vote rounds are left alone.
 */
export function restoreTo(doc: Y.Doc, file: BoardFile, { keepUnits }: RestoreOptions = {}): void {
  const write = (shown: BoardFile) => makeSay(doc, file, { shown, keepUnits: keepUnits ?? new Set() });
  doc.transact(() => {
    const before = toBoardFile(readSnapshot(doc));
    restoreMeta(doc, before, file);
    write(before);
    // What cites something that is gone is not shown, and stays as it is unless the restored board would show it.
    const after = readSnapshot(doc);
    if (differs({ ...toBoardFile(after), voteRounds: file.voteRounds }, file)) write(asItIs(after));
  }, SERVER);
}

type Wanted = { readonly shown: BoardFile; readonly keepUnits: ReadonlySet<string> };

function makeSay(doc: Y.Doc, file: BoardFile, { shown, keepUnits }: Wanted): void {
  const current = new Map(newRecordsOf(shown, SAME).map((record) => [nameOf(record), record]));
  const wanted = newRecordsOf(file, SAME);
  const stays = new Set(wanted.map(nameOf));
  for (const record of current.values()) {
    if (stays.has(nameOf(record)) || ONLY_ADDED.has(record.root)) continue;
    if (record.root === 'units' && keepUnits.has(record.id)) continue;
    recordOf(doc, record.root, record.id)?.delete('in');
  }
  for (const record of wanted) {
    const there = current.get(nameOf(record)) ?? null;
    if (there === null || !ONLY_ADDED.has(record.root)) bring(doc, record, there);
  }
}

function restoreMeta(doc: Y.Doc, shown: BoardFile, file: BoardFile): void {
  for (const key of Object.keys(metaSchema.shape) as (keyof Meta)[]) {
    if (differs(shown[key], file[key])) setKey(rootOf(doc, 'meta'), key, file[key]);
  }
}

/** The board as its document has it: what was merged apart, and citing what is not there. */
function asItIs(snapshot: BoardSnapshot): BoardFile {
  const lists = Object.fromEntries(
    RECORD_ROOTS.map((root) => [root, snapshot.unmerged[root] ?? snapshot[root]]),
  );
  return { schema: BOARD_SCHEMA, ...snapshot.meta, ...lists, merged: [] } as unknown as BoardFile;
}

function nameOf({ root, id }: NewRecord): string {
  return `${root}/${id}`;
}

/** Brings one record to what it should be; `there`: what it is now, null when it is not on the board. */
function bring(doc: Y.Doc, wanted: NewRecord, there: NewRecord | null): void {
  const { root, id } = wanted;
  const known = recordOf(doc, root, id);
  const record = known ?? new Y.Map<unknown>();
  if (known === null) rootOf(doc, root).set(id, record);
  const changes = [
    ...keyChanges(wanted, there, record),
    ...textChanges(wanted, record, known === null),
    ...sourceChanges(wanted, record),
  ];
  for (const change of changes) change();
  if (changes.length > 0 || presentRecord(doc, root, id) === null) claim(doc, record);
}

type Act = () => void;

function keyChanges(wanted: NewRecord, there: NewRecord | null, record: BoardRecord): readonly Act[] {
  const keys = new Set([...Object.keys(wanted.fields), ...Object.keys(there?.fields ?? {})]);
  // A number is given once, by the server.
  if (typeof record.get('no') === 'number') keys.delete('no');
  const set = (key: string) => () => setKey(record, key, wanted.fields[key]);
  const changes = [...keys]
    .filter((key) => !STROKE_CHUNK.test(key))
    .filter((key) => differs(there === null ? record.get(key) : there.fields[key], wanted.fields[key]))
    .map(set);
  // A stroke as a whole: its chunks on the board may be other pieces of the same line.
  if (there !== null && !differs(pointsOf(there), pointsOf(wanted))) return changes;
  const chunks = [...record.keys(), ...Object.keys(wanted.fields)].filter((key) => STROKE_CHUNK.test(key));
  return [...changes, ...[...new Set(chunks)].map(set)];
}

function pointsOf({ fields }: NewRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => STROKE_CHUNK.test(key)));
}

function textChanges({ text }: NewRecord, record: BoardRecord, isNew: boolean): readonly Act[] {
  if (text === undefined) return [];
  const shown = textIn(record);
  if (shown === null) {
    // A stroke reads as having no words, and has no text to type in.
    return text === '' && !isNew ? [] : [() => record.set('text', new Y.Text(text))];
  }
  const edit = smallestEdit(shown.toString(), text);
  return edit === null ? [] : [() => applyEdit(shown, edit)];
}

function sourceChanges({ sources }: NewRecord, record: BoardRecord): readonly Act[] {
  if (sources === undefined) return [];
  const shown = sourcesIn(record);
  if (shown === null) return [() => record.set('sources', new Y.Map(sources))];
  return [...new Set([...shown.keys(), ...sources.keys()])]
    .filter((key) => differs(shown.get(key), sources.get(key)))
    .map((key) => () => setKey(shown, key, sources.get(key)));
}

/** Missing and null are the same, and the order of keys says nothing. */
function differs(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return (a ?? null) !== (b ?? null);
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  if (Array.isArray(a) && left.size !== right.size) return true;
  return [...new Set([...left.keys(), ...right.keys()])].some((key) =>
    differs(left.get(key), right.get(key)),
  );
}
