import type * as Y from 'yjs';
import * as z from 'zod/mini';
import {
  createRecords,
  claim,
  LOCAL,
  presentRecord,
  recordOf,
  setKey,
  sourcesIn,
  takeOut,
} from '../../doc.ts';
import { newId } from '../../ids.ts';
import { ranksFor } from '../../order.ts';
import { fail, ok, type Result } from '../../result.ts';
import {
  columnField,
  idField,
  movedTextField,
  nameField,
  posField,
  rowField,
  textField,
} from '../../schema/fields.ts';
import { PASTE_MAX } from '../../schema/limits.ts';
import { FACTOR_KINDS } from '../../schema/node-kind.ts';
import type { Actor } from '../actor.ts';
import { check } from '../../writing/check.ts';
import { cellRanks } from '../../writing/ranks.ts';

const place = {
  row: z.nullable(rowField),
  column: z.nullable(columnField),
  before: z.nullish(idField),
};
const ids = z.array(idField).check(z.minLength(1), z.maxLength(1000));

const addInput = z.object({
  texts: z.array(textField).check(z.minLength(1), z.maxLength(PASTE_MAX)),
  /** Left out: not placed yet. */
  cell: z.nullish(z.object(place)),
  /** Places on the map, one for each text. */
  pos: z.nullish(z.array(posField)),
  kind: z._default(z.enum(FACTOR_KINDS), 'factor'),
  group: z.nullish(idField),
});

const movedInput = z.extend(addInput, {
  texts: z.array(movedTextField).check(z.minLength(1), z.maxLength(PASTE_MAX)),
});

/**
 * Adds one factor for each text, in this order, and gives back their ids. `moved`: the words stood elsewhere on the
 * board and may be longer than people may write.
 */
export function addFactors(
  doc: Y.Doc,
  input: z.input<typeof addInput>,
  actor: Actor,
  { moved = false } = {},
): Result<readonly string[]> {
  const checked = check(moved ? movedInput : addInput, input);
  if (!checked.ok) return checked;
  const { texts, cell, pos, kind, group } = checked.value;
  if (pos && pos.length !== texts.length) return fail('positions-unequal');
  const ranks = cell
    ? ranksFor(cellRanks(doc, cell.row, cell.column), cell.before ?? null, texts.length)
    : [];
  // In id order, because new factors are numbered in id order: a pasted list is then numbered as it was written.
  const born = texts.map(() => newId()).sort();
  createRecords(
    doc,
    texts.map((text, index) => ({
      root: 'factors',
      id: born[index] ?? newId(),
      text,
      sources: new Map(actor.unit === null ? [] : [[actor.unit, { unit: actor.unit }]]),
      fields: {
        kind,
        cell: cell ? [cell.row, cell.column, ranks[index]] : null,
        pos: pos?.[index],
        group,
      },
    })),
  );
  return ok(born);
}

const moveInput = z.object({ ids, ...place });

/** Moves factors into a cell, before another factor or (null) to its end, keeping their given order. */
export function moveFactors(doc: Y.Doc, input: z.input<typeof moveInput>): Result<void> {
  const checked = check(moveInput, input);
  if (!checked.ok) return checked;
  const { row, column } = checked.value;
  const moving = checked.value.ids.filter((id) => presentRecord(doc, 'factors', id) !== null);
  if (moving.length === 0) return fail('factors-gone');
  const others = cellRanks(doc, row, column).filter(({ id }) => !moving.includes(id));
  const before = checked.value.before ?? null;
  const ranks = ranksFor(others, before, moving.length);
  doc.transact(() => {
    moving.forEach((id, index) => {
      const record = recordOf(doc, 'factors', id);
      if (record !== null) setKey(record, 'cell', [row, column, ranks[index]]);
    });
  }, LOCAL);
  return ok(undefined);
}

/** Takes factors out of grid, map and outline. Undo brings them back with all their words. */
export function removeFactors(doc: Y.Doc, factorIds: readonly string[]): void {
  takeOut(doc, 'factors', factorIds);
}

/** Back to "Not placed yet". */
export function unplaceFactors(doc: Y.Doc, factorIds: readonly string[]): void {
  eachPresent(doc, factorIds, (record) => setKey(record, 'cell', null));
}

const traitsInput = z.object({
  kind: z.optional(z.enum(FACTOR_KINDS)),
  mapName: z.nullish(nameField),
  note: z.nullish(textField),
});

/** Sets what kind of factor it is, its short map name or its note; a key left out stays as it is. */
export function setFactorTraits(doc: Y.Doc, id: string, input: z.input<typeof traitsInput>): Result<void> {
  const checked = check(traitsInput, input);
  if (!checked.ok) return checked;
  const factor = presentRecord(doc, 'factors', id);
  if (factor === null) return fail('factor-gone');
  claim(doc, factor);
  eachPresent(doc, [id], (record) => {
    for (const [key, value] of Object.entries(checked.value)) {
      if (value !== undefined) setKey(record, key, value === '' ? null : value);
    }
  });
  return ok(undefined);
}

/** Adds or takes back a unit's "we say this too". */
export function setFactorUnit(doc: Y.Doc, id: string, unit: string, named: boolean): void {
  eachPresent(doc, [id], (record) => {
    const sources = sourcesIn(record);
    if (named) sources?.set(unit, { unit });
    else sources?.delete(unit);
  });
}

function eachPresent(
  doc: Y.Doc,
  factorIds: readonly string[],
  change: (record: Y.Map<unknown>) => void,
): void {
  doc.transact(() => {
    for (const id of factorIds) {
      const record = presentRecord(doc, 'factors', id);
      if (record !== null) change(record);
    }
  }, LOCAL);
}
