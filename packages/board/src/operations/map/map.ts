import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { LOCAL, presentRecord, setKey, type RecordRoot } from '../../doc.ts';
import { fail, ok, type Result } from '../../result.ts';
import { idField, posField } from '../../schema/fields.ts';
import { check } from '../../writing/check.ts';

/** Roots whose records have a place on the map. */
const PLACED_ROOTS = ['factors', 'strategies', 'drawings'] as const satisfies readonly RecordRoot[];

const placesInput = z.array(z.object({ id: idField, pos: posField })).check(z.maxLength(2000));

/** Puts records on the map or moves them there; all in one transaction, one key each. */
export function placeOnMap(doc: Y.Doc, places: z.input<typeof placesInput>): Result<void> {
  const checked = check(placesInput, places);
  if (!checked.ok) return checked;
  doc.transact(() => {
    for (const { id, pos } of checked.value) {
      const record = placed(doc, id);
      if (record !== null) setKey(record, 'pos', pos);
    }
  }, LOCAL);
  return ok(undefined);
}

/** Takes factors and strategies off the map. They stay in grid and outline. */
export function takeOffMap(doc: Y.Doc, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) {
      const record = placed(doc, id);
      if (record !== null) setKey(record, 'pos', null);
    }
  }, LOCAL);
}

const groupingInput = z.object({
  ids: z.array(idField).check(z.minLength(1), z.maxLength(1000)),
  group: z.nullable(idField),
});

/** Puts factors and strategies into a group or (null) into none. */
export function setGroup(doc: Y.Doc, input: z.input<typeof groupingInput>): Result<void> {
  const checked = check(groupingInput, input);
  if (!checked.ok) return checked;
  const { ids, group } = checked.value;
  if (group !== null && presentRecord(doc, 'groups', group) === null) {
    return fail('group-gone');
  }
  doc.transact(() => {
    for (const id of ids) {
      const record = placed(doc, id);
      if (record !== null) setKey(record, 'group', group);
    }
  }, LOCAL);
  return ok(undefined);
}

function placed(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  for (const root of PLACED_ROOTS) {
    const record = presentRecord(doc, root, id);
    if (record !== null) return record;
  }
  return null;
}
