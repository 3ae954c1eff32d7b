import { COLUMNS, ROWS, type Column, type Row } from '@coherence/board';

/** Where in the grid, or in the parts of the map, the facilitator points. `page` counts from 1. */
type WallTarget = {
  readonly row: Row | null;
  readonly column: Column | null;
  readonly page: number;
  /** What is neither: the id of a record. */
  readonly record: string | null;
};

/** The record that stands for the table of units by cells. */
export const BY_UNIT = 'units';

const PAGE = /^page:(\d{1,3})$/;

/** Reads `interfering`, `interfering/roles/page:2`, `page:2`, or `units` or an id with an optional page. */
export function readTarget(target: string | null): WallTarget {
  const parts = (target ?? '').split('/').filter((part) => part !== '');
  const page = parts.map((part) => PAGE.exec(part)?.[1]).find((number) => number !== undefined);
  const [first, second] = parts.filter((part) => !PAGE.test(part));
  const row = ROWS.find((known) => known === first) ?? null;
  const column = row === null ? null : (COLUMNS.find((known) => known === second) ?? null);
  return {
    row,
    column,
    page: Math.max(Number(page ?? 1), 1),
    record: row === null ? (first ?? null) : null,
  };
}

/** The same place as words for `show`; null for the whole. */
export function writeTarget({ row, column, page, record }: Partial<WallTarget>): string | null {
  const place = [row, row === null || row === undefined ? record : column];
  const parts = [...place, page === undefined || page <= 1 ? null : `page:${page}`];
  const words = parts.filter((part) => part !== null && part !== undefined);
  return words.length === 0 ? null : words.join('/');
}
