import type { NewRecord } from '../doc.ts';
import { COORDINATE_MAX } from '../schema/limits.ts';
import { posField, type Pos } from '../schema/fields.ts';
import type { BoardSnapshot } from '../snapshot.ts';

/** Room in map pixels between what was on the map and what comes to stand beside it. */
const GAP = 160;

type Placed = { readonly pos: Pos; readonly points?: readonly number[] };

/**
 * Moves everything that has a place on the map, as a whole, to the right of what is on the map already, so that
 * nothing comes to lie on anything. Stays where it is on an empty map, or where there is no room left of the edge.
 */
export function besideMap(board: BoardSnapshot, records: readonly NewRecord[]): readonly NewRecord[] {
  const there: Placed[] = [...board.factors, ...board.strategies, ...board.drawings].flatMap((record) =>
    record.pos === null ? [] : [{ ...record, pos: record.pos }],
  );
  const coming = records.flatMap((record) => placedRecord(record) ?? []);
  if (there.length === 0 || coming.length === 0) return records;
  const dx = Math.max(...there.map(rightOf)) + GAP - Math.min(...coming.map(leftOf));
  const dy = Math.min(...there.map(topOf)) - Math.min(...coming.map(topOf));
  const moved = coming.map(({ pos: [x, y, w] }): Pos => [x + dx, y + dy, w]);
  if (moved.some(([x, y]) => Math.abs(x) > COORDINATE_MAX || Math.abs(y) > COORDINATE_MAX)) return records;
  const posOf = new Map(coming.map(({ record }, index) => [record, moved[index]]));
  return records.map((record) =>
    posOf.has(record) ? { ...record, fields: { ...record.fields, pos: posOf.get(record) } } : record,
  );
}

function placedRecord(record: NewRecord): (Placed & { readonly record: NewRecord }) | null {
  const pos = posField.safeParse(record.fields['pos']);
  if (!pos.success) return null;
  const chunks = Object.entries(record.fields).filter(([key]) => /^s\d+$/.test(key));
  const points = chunks.flatMap(([, chunk]) => (Array.isArray(chunk) ? chunk.map(Number) : []));
  return { record, pos: pos.data, points };
}

function leftOf({ pos: [x], points = [] }: Placed): number {
  return points.reduce((left, offset, index) => (index % 2 === 0 ? Math.min(left, x + offset) : left), x);
}

function rightOf({ pos: [x, , w], points = [] }: Placed): number {
  return points.reduce(
    (right, offset, index) => (index % 2 === 0 ? Math.max(right, x + offset) : right),
    x + w,
  );
}

function topOf({ pos: [, y], points = [] }: Placed): number {
  return points.reduce((top, offset, index) => (index % 2 === 1 ? Math.min(top, y + offset) : top), y);
}
