import type * as Y from 'yjs';
import { presentRecord, putIn, recordOf, takeOut, wordsIn } from '../../doc.ts';
import { originalsOf } from '../../projections/originals.ts';
import { fail, ok, type Result } from '../../result.ts';
import { TEXT_MAX } from '../../schema/limits.ts';
import { readSnapshot } from '../../snapshot.ts';
import { addFactors } from './factor.ts';
import { addNote } from '../note.ts';

/**
 * Takes a factor off the board for now and keeps its words for the minutes, as parked, with those merged into it: it is
 * the one place where they are still read. `at` in ms since 1970. Gives back the id of the note.
 */
export function parkFactor(doc: Y.Doc, id: string, at: number): Result<string> {
  const record = presentRecord(doc, 'factors', id);
  if (record === null) return fail('factor-gone');
  const noted = addNote(doc, { kind: 'parked', text: wordsToKeep(doc, id, record), at, about: [id] });
  if (noted.ok) takeOut(doc, 'factors', [id]);
  return noted;
}

const BETWEEN = ' / ';

/** The words of a factor, then every other wording behind it, as far as a note has room. */
function wordsToKeep(doc: Y.Doc, id: string, record: Y.Map<unknown>): string {
  const text = wordsIn(record);
  const others = new Set(originalsOf(readSnapshot(doc), id).map(({ words }) => words));
  others.delete(text);
  return [...others].reduce((kept, words) => {
    const more = `${kept}${BETWEEN}${words}`;
    return more.length > TEXT_MAX ? kept : more;
  }, text);
}

/**
 * Puts what was parked back on the board, as it was, and the note away. Where the factor itself is gone for good, as on a
 * board from a file, the words of the note become one. Gives back the ids of the factors.
 */
export function bringBack(doc: Y.Doc, noteId: string): Result<readonly string[]> {
  const note = presentRecord(doc, 'notes', noteId);
  if (note === null || note.get('kind') !== 'parked') return fail('parked-gone');
  const about: unknown = note.get('about');
  const ids = (Array.isArray(about) ? about : [])
    .map(String)
    .filter((id) => recordOf(doc, 'factors', id) !== null);
  takeOut(doc, 'notes', [noteId]);
  if (ids.length === 0) {
    return addFactors(doc, { texts: [wordsIn(note)] }, { unit: null }, { moved: true });
  }
  putIn(doc, 'factors', ids);
  return ok(ids);
}
