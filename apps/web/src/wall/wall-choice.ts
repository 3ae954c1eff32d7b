import { COLUMNS, ROWS, type Aim, type Projected, type Session } from '@coherence/board';
import type { Person } from '../live/people/person.ts';

/** What the facilitator can put on the wall, in the order of the menu. */
export const WALL_CHOICES = [
  'phase',
  'join',
  'grid',
  'map',
  'result',
  'hold',
] as const satisfies readonly Projected[];

type Show = Session['show'];

/** The wall as its own presence says it: which wall, and page `page` of `pages`. */
type WallNow = { readonly wall: string; readonly page: number; readonly pages: number };

/** What the display among the people connected shows; null without a display. */
export function wallNow(people: readonly Pick<Person, 'role' | 'view' | 'at'>[]): WallNow | null {
  const display = people.find(({ role }) => role === 'display');
  if (display === undefined || display.view === null) return null;
  return { wall: display.view, page: display.at?.page ?? 1, pages: display.at?.pages ?? 1 };
}

/** The same wall, `by` pages on; null where that page does not exist. */
export function turnPage(show: Show, { page, pages }: WallNow, by: 1 | -1): Show | null {
  const next = page + by;
  if (next < 1 || next > pages) return null;
  const { page: _, ...place } = show.target ?? {};
  const target: Aim = next === 1 ? place : { ...place, page: next };
  return { ...show, target: Object.keys(target).length === 0 ? null : target };
}

/** A part of the grid that the wall can show, with the value of its entry in the list. */
export type GridPart = { readonly value: string; readonly target: Aim };

/** All parts of the grid: the table by unit, each row, each cell. The whole grid is no target. */
export const GRID_PARTS: readonly GridPart[] = [
  { value: 'units', target: { byUnit: true } },
  ...ROWS.flatMap((row) => [
    { value: row, target: { row } },
    ...COLUMNS.map((column) => ({ value: `${row}/${column}`, target: { row, column } })),
  ]),
];

/** The part of the grid that a target names, whatever its page; empty for the whole grid. */
export function partOf(target: Aim | null): string {
  const { byUnit, row, column } = target ?? {};
  const part = GRID_PARTS.find(
    (known) => known.target.byUnit === byUnit && known.target.row === row && known.target.column === column,
  );
  return part?.value ?? '';
}

/** The part of the grid with this value on the wall; all of the grid for any other. */
export function showGrid(value: string): Show {
  return { what: 'grid', target: GRID_PARTS.find((part) => part.value === value)?.target ?? null };
}
