import * as z from 'zod/mini';
import { COLUMNS, ROWS } from '../schema/coherence-grid.ts';
import { columnField, idField, rowField } from '../schema/fields.ts';
import { COORDINATE_MAX } from '../schema/limits.ts';

const coordinate = z.number().check(z.minimum(-COORDINATE_MAX), z.maximum(COORDINATE_MAX));
const length = z.number().check(z.positive(), z.maximum(2 * COORDINATE_MAX));

/**
 * The place within a view or on the wall that people look at. Keys that do not apply are missing; without any it is the
 * whole view. `bounds`: a rectangle of the map in map pixels; `byUnit`: the table of units by cells; `page`: from 1.
 */
export const aimSchema = z.object({
  record: z.optional(idField),
  row: z.optional(rowField),
  column: z.optional(columnField),
  byUnit: z.optional(z.literal(true)),
  bounds: z.optional(z.object({ x: coordinate, y: coordinate, w: length, h: length })),
  page: z.optional(z.int().check(z.minimum(1), z.maximum(999))),
});
export type Aim = Readonly<z.output<typeof aimSchema>>;

const PAGE = /^page:(\d{1,3})$/;

/**
 * Reads an aim as older servers and programs outside write it: the id of a record, `interfering/roles`, `units`, any of
 * them with `/page:2`, or a rectangle of the map as `x y w h`. Null for the whole view.
 */
export function aimOfWords(words: string): Aim | null {
  const [x = 0, y = 0, w = 0, h = 0, ...more] = words.split(' ').map(Number);
  if (more.length === 0 && w > 0 && h > 0 && [x, y, w, h].every(Number.isFinite)) {
    return { bounds: { x, y, w, h } };
  }
  const parts = words.split('/').filter((part) => part !== '');
  const page = Number(parts.map((part) => PAGE.exec(part)?.[1]).find((number) => number !== undefined) ?? 1);
  const [first, second] = parts.filter((part) => !PAGE.test(part));
  const row = ROWS.find((known) => known === first);
  const column = COLUMNS.find((known) => known === second);
  const aim: Aim = {
    ...placeOf(first, row),
    ...(row === undefined || column === undefined ? {} : { column }),
    ...(page > 1 ? { page } : {}),
  };
  return Object.keys(aim).length === 0 ? null : aim;
}

function placeOf(first: string | undefined, row: Aim['row']): Aim {
  if (first === undefined) return {};
  if (row !== undefined) return { row };
  return first === 'units' ? { byUnit: true } : { record: first };
}
