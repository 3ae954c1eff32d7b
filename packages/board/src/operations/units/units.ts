import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { createRecords, claim, LOCAL, presentRecord, recordOf, rootOf, setKey, takeOut } from '../../doc.ts';
import { newId } from '../../ids.ts';
import { ranksFor } from '../../order.ts';
import { fail, ok, type Result } from '../../result.ts';
import { givenNameField, idField, nameField, tierField } from '../../schema/fields.ts';
import { nameKey } from '../../schema/letters.ts';
import { UNITS_MAX } from '../../schema/limits.ts';
import { check } from '../../writing/check.ts';
import { ranksIn } from '../../writing/ranks.ts';
import { unitWordOf } from '../board.ts';

const unitInput = z.object({
  id: z.optional(idField),
  name: givenNameField,
  short: z.nullish(nameField),
  tier: z.nullish(tierField),
});

/**
 * Adds units; one whose name is there already (ignoring case and spaces) is not added again. Gives back all ids, or
 * `too-large` where the board would have more than `max`.
 */
export function addUnits(
  doc: Y.Doc,
  input: readonly z.input<typeof unitInput>[],
  max = UNITS_MAX,
): Result<readonly string[]> {
  const checked = check(z.array(unitInput).check(z.maxLength(UNITS_MAX)), input);
  if (!checked.ok) return checked;
  const known = unitNames(doc);
  const added: { id: string; unit: z.output<typeof unitInput> }[] = [];
  const ids = checked.value.map((unit) => {
    const existing = known.get(nameKey(unit.name));
    if (existing !== undefined) return existing;
    const id = unit.id ?? newId();
    known.set(nameKey(unit.name), id);
    added.push({ id, unit });
    return id;
  });
  if (known.size > max) return fail('too-many-units', { max, word: unitWordOf(doc) });
  const ranks = ranksFor(unitRanks(doc), null, added.length);
  if (added.length > 0) {
    createRecords(
      doc,
      added.map(({ id, unit }, index) => ({
        root: 'units',
        id,
        fields: { name: unit.name, short: unit.short, tier: unit.tier, rank: ranks[index] },
      })),
    );
  }
  return ok(ids);
}

const editInput = z.object({
  name: z.optional(givenNameField),
  short: z.nullish(nameField),
  tier: z.nullish(tierField),
});

/** Renames a unit, sets its letters or its tier; a key left out stays. Two units may not have one name. */
export function editUnit(doc: Y.Doc, id: string, input: z.input<typeof editInput>): Result<void> {
  const checked = check(editInput, input);
  if (!checked.ok) return checked;
  const unit = presentRecord(doc, 'units', id);
  if (unit === null) return fail('unit-gone', { word: unitWordOf(doc) });
  const { name } = checked.value;
  const holder = name === undefined ? undefined : unitNames(doc).get(nameKey(name));
  if (holder !== undefined && holder !== id) return fail('unit-name-taken', { word: unitWordOf(doc) });
  claim(doc, unit);
  doc.transact(() => {
    for (const [key, value] of Object.entries(checked.value)) {
      if (value !== undefined) setKey(unit, key, value === '' ? null : value);
    }
  }, LOCAL);
  return ok(undefined);
}

/** Puts a unit before another one, or (null) at the end. */
export function moveUnit(doc: Y.Doc, id: string, before: string | null): Result<void> {
  const unit = presentRecord(doc, 'units', id);
  if (unit === null) return fail('unit-gone', { word: unitWordOf(doc) });
  const others = unitRanks(doc).filter((one) => one.id !== id);
  const [rank] = ranksFor(others, before, 1);
  claim(doc, unit);
  doc.transact(() => setKey(unit, 'rank', rank), LOCAL);
  return ok(undefined);
}

/** Takes units off the board; what they named keeps naming them, and undo brings them back. */
export function removeUnits(doc: Y.Doc, ids: readonly string[]): void {
  takeOut(doc, 'units', ids);
}

/** Present units by `nameKey`; where two people added one name at once, the first id stands for both. */
export function unitNames(doc: Y.Doc): Map<string, string> {
  const names = new Map<string, string>();
  for (const id of [...rootOf(doc, 'units').keys()].sort()) {
    const name = presentRecord(doc, 'units', id)?.get('name');
    if (typeof name === 'string' && !names.has(nameKey(name))) names.set(nameKey(name), id);
  }
  return names;
}

/** The unit that an id stands for now: itself, or what it was merged into; null where there is none. */
export function unitNow(doc: Y.Doc, id: string): string | null {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    if (presentRecord(doc, 'units', at) !== null) return at;
    const next = recordOf(doc, 'units', at)?.get('mergedInto');
    if (typeof next !== 'string') return null;
    at = next;
  }
  return null;
}

function unitRanks(doc: Y.Doc) {
  return ranksIn(doc, 'units', (unit) => unit.get('rank'));
}
