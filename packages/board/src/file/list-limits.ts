import type * as Y from 'yjs';
import { presentIn, RECORD_ROOTS, type RecordRoot } from '../doc.ts';
import { unitWordOf } from '../operations/board.ts';
import { unitNames } from '../operations/units/units.ts';
import { nameKey } from '../schema/letters.ts';
import { fail, ok, type Result } from '../result.ts';
import { isCrowded } from '../schema/crowded.ts';
import { ENTRIES_MAX, LIST_MAX } from '../schema/limits.ts';
import type { BoardFile } from './board-file.ts';

/** A list with more entries than a board takes. `where`: `units`, or `factors[3].sources`. */
export type OverfullList = { readonly where: string; readonly count: number; readonly most: number };

/** Keys of records of a file that hold points, which have a limit of their own. */
const POINTS: ReadonlySet<string> = new Set(['points']);

/** The lists of a file, before it is read, that are longer than those of a board (BOUND1), in the order of the file. */
export function overfullLists(given: Readonly<Record<string, unknown>>): readonly OverfullList[] {
  const found: OverfullList[] = [];
  const merged = listIn(given, 'merged').length;
  for (const root of [...RECORD_ROOTS, 'merged'] as const) {
    const records = listIn(given, root);
    const count = root === 'factors' ? records.length + merged : records.length;
    const most = LIST_MAX[root === 'merged' ? 'factors' : root];
    if (root !== 'merged' && count > most) found.push({ where: root, count, most });
    else for (const [at, record] of records.entries()) found.push(...crowdedIn(record, `${root}[${at}]`));
  }
  return found;
}

/**
 * Whether a board has room for a file (BOUND1). Units it knows by name are not added. Nothing is changed; the refusal says
 * which list is full.
 */
export function roomFor(doc: Y.Doc, file: BoardFile): Result<void> {
  const known = unitNames(doc);
  const added: Readonly<Partial<Record<RecordRoot, number>>> = {
    units: file.units.filter(({ name }) => !known.has(nameKey(name))).length,
    factors: file.factors.length + file.merged.length,
    // The board keeps in a note where the file came from.
    notes: file.notes.length + 1,
  };
  for (const root of RECORD_ROOTS) {
    const count = presentIn(doc, root) + (added[root] ?? file[root].length);
    const max = LIST_MAX[root];
    if (count > max) return fail('list-full', { list: root, count, max, word: unitWordOf(doc) });
  }
  return ok(undefined);
}

function crowdedIn(record: unknown, where: string): readonly OverfullList[] {
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record).flatMap(([key, value]: [string, unknown]) =>
    !POINTS.has(key) && isCrowded(value)
      ? [{ where: `${where}.${key}`, count: Object.keys(value as object).length, most: ENTRIES_MAX }]
      : [],
  );
}

function listIn(given: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const list = given[name];
  return Array.isArray(list) ? list : [];
}
