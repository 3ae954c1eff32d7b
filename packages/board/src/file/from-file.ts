import type * as Y from 'yjs';
import { createRecords, LOCAL, rootOf, setKey, type NewRecord } from '../doc.ts';
import { newId } from '../ids.ts';
import { cellRanks, ranksIn } from '../writing/ranks.ts';
import { unitNames } from '../operations/units/units.ts';
import { nameKey } from '../schema/letters.ts';
import { byRank, ranksFor, type Ranked } from '../order.ts';
import { readSnapshot } from '../snapshot.ts';
import { besideMap } from './beside.ts';
import { newRecordsOf } from './new-records.ts';
import type { BoardFile } from './board-file.ts';

/** Fills a new, empty board from a file. Ids and numbers are kept. */
export function fillBoard(doc: Y.Doc, file: BoardFile): void {
  const { title, question, sessionDate, unitWord, unitsOpen, about } = file;
  doc.transact(() => {
    for (const [key, value] of Object.entries({ title, question, sessionDate, unitWord, unitsOpen, about }))
      setKey(rootOf(doc, 'meta'), key, value);
  }, LOCAL);
  createRecords(doc, withUnitRanks(doc, newRecordsOf(file, { record: (id) => id, unit: (id) => id })));
}

/**
 * Merges a file into a board that has content, as one tracked transaction: one undo step. Every record gets a new
 * id; a unit whose name is there already is that unit; new cards follow those of their cell; what has a place
 * on the map comes to stand beside what is there; factors get numbers from the server. The board keeps its title and question; the file's are kept in a note. `now` in ms since 1970.
 * Gives back the new ids of the factors.
 */
export function mergeIntoBoard(doc: Y.Doc, file: BoardFile, now: number): readonly string[] {
  const names = unitNames(doc);
  const known = file.units.flatMap(({ id, name }) => {
    const there = names.get(nameKey(name));
    return there === undefined ? [] : [[id, there] as const];
  });
  const knownIds = new Set(known.map(([id]) => id));
  const units = file.units.filter((unit) => !knownIds.has(unit.id));
  const rename = { record: freshIds(orderedIds(file)), unit: freshIds(known) };
  const records = newRecordsOf({ ...file, units }, rename).map(asAddedHere);
  const beside = besideMap(readSnapshot(doc), appendedToCells(doc, records));
  createRecords(doc, [...inIdOrder(withUnitRanks(doc, beside)), originNote(file, now)]);
  return records
    .filter(({ root, fields }) => root === 'factors' && typeof fields['into'] !== 'string')
    .map(({ id }) => id);
}

/** Factors are numbered in id order as they arrive, and a large file arrives in pieces. */
function inIdOrder(records: readonly NewRecord[]): readonly NewRecord[] {
  const isFactor = ({ root }: NewRecord) => root === 'factors';
  const factors = records.filter(isFactor).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [...records.filter((record) => !isFactor(record)), ...factors];
}

/** New ids for the factors that sort as the file counts them: new factors are numbered in id order. */
function orderedIds(file: BoardFile): (readonly [string, string])[] {
  const count = ({ no }: { no: number | null }) => no ?? Number.MAX_SAFE_INTEGER;
  const counted = [...file.factors, ...file.merged].toSorted((a, b) => count(a) - count(b));
  const born = counted.map(() => newId()).sort();
  return counted.map(({ id }, index) => [id, born[index] ?? newId()]);
}

/** Gives each id it is asked for one new id, except those that are known already. */
function freshIds(known: readonly (readonly [string, string])[]): (id: string) => string {
  const renamed = new Map(known);
  return (id) => {
    const fresh = renamed.get(id) ?? newId();
    renamed.set(id, fresh);
    return fresh;
  };
}

/** Numbers are given here, and votes were counted elsewhere. */
function asAddedHere(record: NewRecord): NewRecord {
  if (record.root === 'voteRounds') return { ...record, fields: { ...record.fields, imported: true } };
  if (record.root !== 'factors') return record;
  return { ...record, fields: { ...record.fields, no: null } };
}

function withUnitRanks(doc: Y.Doc, records: readonly NewRecord[]): NewRecord[] {
  const unranked = records.filter((record) => record.root === 'units' && record.fields['rank'] === undefined);
  const ranks = ranksFor(
    ranksIn(doc, 'units', (record) => record.get('rank')),
    null,
    unranked.length,
  );
  const rankOf = new Map(unranked.map((record, index) => [record, ranks[index]]));
  return records.map((record) =>
    rankOf.has(record) ? { ...record, fields: { ...record.fields, rank: rankOf.get(record) } } : record,
  );
}

/** Gives cards ranks behind those their cell already holds, in the order they had among themselves. */
function appendedToCells(doc: Y.Doc, records: readonly NewRecord[]): NewRecord[] {
  const cells = new Map<string, NewRecord[]>();
  for (const record of records) {
    const cell = record.root === 'factors' ? record.fields['cell'] : null;
    if (!Array.isArray(cell)) continue;
    const key = JSON.stringify(cell.slice(0, 2));
    cells.set(key, [...(cells.get(key) ?? []), record]);
  }
  const placed = new Map<string, unknown>();
  for (const [key, members] of cells) {
    const [row, column] = JSON.parse(key) as unknown[];
    const sorted = members.sort((a, b) => byRank(cellRank(a), cellRank(b)));
    const ranks = ranksFor(cellRanks(doc, row, column), null, sorted.length);
    sorted.forEach((record, index) => placed.set(record.id, [row, column, ranks[index]]));
  }
  return records.map((record) =>
    record.root === 'factors' && placed.has(record.id)
      ? { ...record, fields: { ...record.fields, cell: placed.get(record.id) } }
      : record,
  );
}

function cellRank(record: NewRecord): Ranked {
  const cell = record.fields['cell'] as readonly unknown[];
  return { id: record.id, rank: String(cell[2]) };
}

function originNote(file: BoardFile, now: number): NewRecord {
  const { organization, subtitle, statement, source } = file.about;
  const lines = [`Imported: ${file.title}`, file.question, organization, subtitle, statement, source];
  const text = lines.filter((line) => line !== null && line !== '').join('\n');
  return { root: 'notes', id: newId(), fields: { kind: 'note', at: now, about: [] }, text };
}
