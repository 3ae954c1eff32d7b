import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { bear, takeOut } from '../doc.ts';
import { newId } from '../ids.ts';
import { ok, type Result } from '../result.ts';
import { idField, textField } from '../schema/fields.ts';
import { NOTE_KINDS } from '../schema/note.ts';
import { check } from './check.ts';

const addInput = z.object({
  kind: z.enum(NOTE_KINDS),
  text: textField,
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
  bear(doc, [{ root: 'notes', id, fields: { kind, at, about }, text }]);
  return ok(id);
}

export function removeNotes(doc: Y.Doc, ids: readonly string[]): void {
  takeOut(doc, 'notes', ids);
}
