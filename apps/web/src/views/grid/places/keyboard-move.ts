import { COLUMNS, ROWS, type Grid } from '@coherence/board';
import { CELLS, cardsAt, whereIs, type Place } from '../../../factors/place.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

export type Move = { readonly place: NonNullable<Place>; readonly before: string | null };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function directionOf(key: string): Direction | null {
  return ARROWS[key] ?? null;
}

/**
 * Where Alt and an arrow take a card. Up and down: one step within the cell, and over its edge into the cell of the
 * other row. Left and right: the neighbouring column, at the same height in the list. A card that is not placed yet
 * enters the grid's nearest cell. Null where there is nothing to move into.
 */
export function keyboardMove(grid: Grid, id: string, direction: Direction): Move | null {
  const here = whereIs(grid, id);
  if (here === null) return null;
  if (here.place === null) return entering(direction);
  const { place, index } = here;
  const cards = cardsAt(grid, place);
  if (direction === 'up' && index > 0) return { place, before: cards[index - 1]?.id ?? null };
  if (direction === 'down' && index < cards.length - 1)
    return { place, before: cards[index + 2]?.id ?? null };
  const next = neighbourCell(place, direction);
  if (next === null) return null;
  if (direction === 'up') return { place: next, before: null };
  const at = direction === 'down' ? 0 : index;
  return { place: next, before: cardsAt(grid, next)[at]?.id ?? null };
}

function entering(direction: Direction): Move | null {
  const [first] = CELLS;
  const last = CELLS.at(-COLUMNS.length);
  if (direction === 'down' || first === undefined || last === undefined) return null;
  return direction === 'up' ? { place: last, before: null } : { place: first, before: null };
}

/**
 * The card an arrow key takes the focus to: the next one in the column, over the edge into the other row and on to
 * what is not placed yet; sideways the card at the same height in the nearest column that has any.
 */
export function neighbourCard(grid: Grid, id: string, direction: Direction): string | null {
  const here = whereIs(grid, id);
  if (here === null) return null;
  const { place, index } = here;
  const cards = cardsAt(grid, place);
  if (place === null) return neighbourUnplaced(grid, index, direction);
  if (direction === 'up' && index > 0) return cards[index - 1]?.id ?? null;
  if (direction === 'down' && index < cards.length - 1) return cards[index + 1]?.id ?? null;
  for (let cell = neighbourCell(place, direction); cell !== null; cell = neighbourCell(cell, direction)) {
    const there = cardsAt(grid, cell);
    const at =
      direction === 'up' ? there.length - 1 : direction === 'down' ? 0 : Math.min(index, there.length - 1);
    const found = there[at];
    if (found !== undefined) return found.id;
  }
  return direction === 'down' ? (grid.unplaced[0]?.id ?? null) : null;
}

function neighbourUnplaced(grid: Grid, index: number, direction: Direction): string | null {
  if (direction === 'left' || direction === 'right') {
    return grid.unplaced[index + (direction === 'right' ? 1 : -1)]?.id ?? null;
  }
  if (direction === 'down') return null;
  for (const cell of [...CELLS].reverse()) {
    const last = cardsAt(grid, cell).at(-1);
    if (last !== undefined) return last.id;
  }
  return null;
}

function neighbourCell(place: NonNullable<Place>, direction: Direction): NonNullable<Place> | null {
  const step = direction === 'up' || direction === 'left' ? -1 : 1;
  if (direction === 'up' || direction === 'down') {
    const row = ROWS[ROWS.indexOf(place.row) + step];
    return row === undefined ? null : { row, column: place.column };
  }
  const column = COLUMNS[COLUMNS.indexOf(place.column) + step];
  return column === undefined ? null : { row: place.row, column };
}
