import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { createRecords } from '../doc.ts';
import { newId } from '../ids.ts';
import { ok, type Result } from '../result.ts';
import { posField, textField } from '../schema/fields.ts';
import { STRATEGY_STATUSES } from '../schema/plan.ts';
import { check } from '../writing/check.ts';

const addInput = z.object({
  text: textField,
  pos: z.nullish(posField),
  status: z._default(z.enum(STRATEGY_STATUSES), 'proposed'),
});

/** Adds a strategy: one record on map and plan. Gives back its id. */
export function addStrategy(doc: Y.Doc, input: z.input<typeof addInput>): Result<string> {
  const checked = check(addInput, input);
  if (!checked.ok) return checked;
  const { text, pos, status } = checked.value;
  const id = newId();
  createRecords(doc, [{ root: 'strategies', id, fields: { pos, status }, text }]);
  return ok(id);
}
