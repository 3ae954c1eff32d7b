import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { cellIn, LOCAL, presentRecord, setKey } from '../../doc.ts';
import { fail, ok, type Result } from '../../result.ts';
import { columnField, idField, rowField } from '../../schema/fields.ts';
import { check } from '../../writing/check.ts';
import { moveFactors } from './factor.ts';

const placeInput = z.object({
  id: idField,
  row: rowField,
  column: columnField,
  /** The phase in which it is placed, and the participant who says so. */
  phase: idField,
  by: idField,
});

/**
 * Puts a dealt factor into a cell and notes who said so in which phase, so that two people who put it into different
 * cells are both heard. The cell is the one that was set last.
 */
export function placeFactor(doc: Y.Doc, input: z.input<typeof placeInput>): Result<void> {
  const checked = check(placeInput, input);
  if (!checked.ok) return checked;
  const { id, row, column, phase, by } = checked.value;
  if (presentRecord(doc, 'factors', id) === null) return fail('factor-gone');
  doc.transact(() => {
    const record = presentRecord(doc, 'factors', id);
    const cell = cellIn(record);
    if (cell === null || cell[0] !== row || cell[1] !== column) {
      moveFactors(doc, { ids: [id], row, column });
    }
    if (record !== null) setKey(record, `at:${by}`, [phase, row, column]);
  }, LOCAL);
  return ok(undefined);
}

const settleInput = z.object({ id: idField, row: rowField, column: columnField });

/** Settles where a factor belongs that was put into several cells: the other places are forgotten. */
export function settlePlace(doc: Y.Doc, input: z.input<typeof settleInput>): Result<void> {
  const checked = check(settleInput, input);
  if (!checked.ok) return checked;
  const { id, row, column } = checked.value;
  const record = presentRecord(doc, 'factors', id);
  if (record === null) return fail('factor-gone');
  doc.transact(() => {
    moveFactors(doc, { ids: [id], row, column });
    for (const key of Array.from(record.keys())) if (key.startsWith('at:')) record.delete(key);
  }, LOCAL);
  return ok(undefined);
}
