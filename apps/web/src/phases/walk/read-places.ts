import {
  COLUMNS,
  gridOf,
  ROWS,
  type BoardSnapshot,
  type Column,
  type GridCard,
  type Row,
} from '@coherence/board';

export type ReadPlace = {
  /** Row and column, a row alone, or neither. */
  readonly key: string;
  readonly row: Row | null;
  readonly column: Column | null;
  readonly notes: readonly GridCard[];
};

/** The notes by place, to be read one place at a time: every cell, then rows without a column and no place if any. */
export function readPlaces(snapshot: BoardSnapshot): readonly ReadPlace[] {
  const { cells, unplaced } = gridOf(snapshot);
  const inCells = ROWS.flatMap((row) => COLUMNS.map((column) => placeOf(row, column, cells[row][column])));
  const outside = [...ROWS, null].map((row) =>
    placeOf(
      row,
      null,
      unplaced.filter((card) => card.row === row),
    ),
  );
  return [...inCells, ...outside.filter(({ notes }) => notes.length > 0)];
}

function placeOf(row: Row | null, column: Column | null, notes: readonly GridCard[]): ReadPlace {
  return { key: `${row ?? ''} ${column ?? ''}`, row, column, notes };
}
