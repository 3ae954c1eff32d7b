import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { createRecords, claim, LOCAL, presentRecord, putIn, setKey, takeOut } from '../doc.ts';
import { newId } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { idField, movedTextField } from '../schema/fields.ts';
import { NOTE_KINDS, type NoteKind } from '../schema/note.ts';
import { check } from '../writing/check.ts';

const addInput = z.object({
  kind: z.enum(NOTE_KINDS),
  text: movedTextField,
  /** Milliseconds since 1970. */
  at: z.int(),
  about: z._default(z.array(idField), []),
});

/** Keeps a decision, a parked item, a disagreement or a note for the minutes. Gives back its id. */
export function addNote(doc: Y.Doc, input: z.input<typeof addInput>): Result<string> {
  const checked = check(addInput, input);
  if (!checked.ok) return checked;
  const { kind, text, at, about } = checked.value;
  const id = newId();
  createRecords(doc, [{ root: 'notes', id, fields: { kind, at, about }, text }]);
  return ok(id);
}

/** Says what a kept note is after all: a parked item may become a decision. Its words and its time stay. */
export function setNoteKind(doc: Y.Doc, id: string, kind: NoteKind): Result<void> {
  const checked = check(z.enum(NOTE_KINDS), kind);
  if (!checked.ok) return checked;
  const record = presentRecord(doc, 'notes', id);
  if (record === null) return fail('note-gone');
  claim(doc, record);
  doc.transact(() => setKey(record, 'kind', checked.value), LOCAL);
  return ok(undefined);
}

export function removeNotes(doc: Y.Doc, ids: readonly string[]): void {
  takeOut(doc, 'notes', ids);
}

/** Takes the removal of notes back, also those of other people, with every word that was there. */
export function putBackNotes(doc: Y.Doc, ids: readonly string[]): void {
  putIn(doc, 'notes', ids);
}
