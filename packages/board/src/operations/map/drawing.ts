import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { createRecords, LOCAL, presentRecord, recordOf, setKey, takeOut } from '../../doc.ts';
import { newId } from '../../ids.ts';
import { fail, ok, type Result } from '../../result.ts';
import { chunkField, DRAWING_KINDS, INKS } from '../../schema/drawing.ts';
import { posField, textField } from '../../schema/fields.ts';
import { check } from '../../writing/check.ts';

const addInput = z.object({
  kind: z.enum(DRAWING_KINDS),
  pos: posField,
  ink: z._default(z.enum(INKS), 'ink'),
  text: z._default(textField, ''),
  /** First chunk of a pen stroke, relative to `pos`. */
  points: z._default(chunkField, []),
});

/** Draws beside the model: a pen stroke, a note or a text. Gives back its id. */
export function addDrawing(doc: Y.Doc, input: z.input<typeof addInput>): Result<string> {
  const checked = check(addInput, input);
  if (!checked.ok) return checked;
  const { kind, pos, ink, text, points } = checked.value;
  const id = newId();
  const fields = { kind, pos, ink, ...(kind === 'pen' ? { s0: points } : {}) };
  createRecords(doc, [{ root: 'drawings', id, fields, ...(kind === 'pen' ? {} : { text }) }]);
  return ok(id);
}

/** Continues a pen stroke with its next chunk: written once and never again, so a stroke does not grow the log. */
export function appendStroke(doc: Y.Doc, id: string, points: readonly number[]): Result<void> {
  const checked = check(chunkField, points);
  if (!checked.ok) return checked;
  const record = recordOf(doc, 'drawings', id);
  if (record === null || record.get('kind') !== 'pen') return fail('stroke-gone');
  let next = 0;
  while (record.has(`s${next}`)) next += 1;
  doc.transact(() => record.set(`s${next}`, checked.value), LOCAL);
  return ok(undefined);
}

export function setDrawingInk(doc: Y.Doc, id: string, ink: (typeof INKS)[number]): void {
  const record = presentRecord(doc, 'drawings', id);
  if (record !== null) doc.transact(() => setKey(record, 'ink', ink), LOCAL);
}

export function removeDrawings(doc: Y.Doc, ids: readonly string[]): void {
  takeOut(doc, 'drawings', ids);
}
