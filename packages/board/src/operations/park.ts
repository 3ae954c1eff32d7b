import type * as Y from 'yjs';
import { presentRecord, putIn, recordOf, takeOut } from '../doc.ts';
import { fail, ok, type Result } from '../result.ts';
import { addFactors } from './factor.ts';
import { addNote } from './note.ts';

/**
 * Takes a factor off the board for now and keeps its words for the minutes, as parked. `at` in ms since 1970. Gives back
 * the id of the note.
 */
export function parkFactor(doc: Y.Doc, id: string, at: number): Result<string> {
  const record = presentRecord(doc, 'factors', id);
  if (record === null) return fail('missing', 'This factor was removed.');
  const noted = addNote(doc, { kind: 'parked', text: String(record.get('text') ?? ''), at, about: [id] });
  if (noted.ok) takeOut(doc, 'factors', [id]);
  return noted;
}

/**
 * Puts what was parked back on the board, as it was, and the note away. Where the factor itself is gone for good, as on a
 * board from a file, the words of the note become one. Gives back the ids of the factors.
 */
export function bringBack(doc: Y.Doc, noteId: string): Result<readonly string[]> {
  const note = presentRecord(doc, 'notes', noteId);
  if (note === null || note.get('kind') !== 'parked') return fail('missing', 'This is no longer parked.');
  const about: unknown = note.get('about');
  const ids = (Array.isArray(about) ? about : [])
    .map(String)
    .filter((id) => recordOf(doc, 'factors', id) !== null);
  takeOut(doc, 'notes', [noteId]);
  if (ids.length === 0) {
    return addFactors(doc, { texts: [String(note.get('text') ?? '')] }, { unit: null });
  }
  putIn(doc, 'factors', ids);
  return ok(ids);
}
