import type { Unit } from '../schema/unit.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import { COLUMNS, ROWS, type Column, type Row } from '../schema/coherence-grid.ts';
import { gridOf, type GridCard } from './grid.ts';
import { unitsInOrder } from './record-facts.ts';

export type UnitHeat = {
  readonly unit: Unit;
  /** Factors that it named in each cell. */
  readonly cells: Readonly<Record<Row, Readonly<Record<Column, number>>>>;
  /** Factors that it named and that are not placed yet. */
  readonly unplaced: number;
  /** All of them. */
  readonly count: number;
};

export type Heat = {
  /** In the order of the board, units that named nothing too. */
  readonly units: readonly UnitHeat[];
  /** The highest number in a cell. */
  readonly most: number;
  /** Factors that no unit named. */
  readonly unnamed: number;
};

/** Where a unit named nothing, neither interfering nor integrative; `columns` is all of them where it named nothing at all. */
export type Silence = { readonly unit: Unit; readonly columns: readonly Column[] };

/** How many factors of each cell each unit named: who is silent where. A factor counts for every unit that named it. */
export function heatOf(snapshot: BoardSnapshot): Heat {
  const { cells, unplaced } = gridOf(snapshot);
  const named = (cards: readonly GridCard[], unit: string) =>
    cards.filter(({ units }) => units.includes(unit)).length;
  const units = unitsInOrder(snapshot).map((unit): UnitHeat => {
    const row = (name: Row) => ({
      purposes: named(cells[name].purposes, unit.id),
      strategies: named(cells[name].strategies, unit.id),
      roles: named(cells[name].roles, unit.id),
      interactions: named(cells[name].interactions, unit.id),
    });
    const counts = { interfering: row('interfering'), integrative: row('integrative') };
    const waiting = named(unplaced, unit.id);
    return { unit, cells: counts, unplaced: waiting, count: sumOf(counts) + waiting };
  });
  const all = [...ROWS.flatMap((row) => COLUMNS.flatMap((column) => cells[row][column])), ...unplaced];
  return {
    units,
    most: Math.max(0, ...units.flatMap(({ cells: counts }) => numbersOf(counts))),
    unnamed: all.filter((card) => card.units.length === 0).length,
  };
}

/** Columns in which a unit is silent, unit by unit; a unit that spoke in every column is left out. */
export function silencesOf({ units }: Heat): readonly Silence[] {
  return units
    .map(({ unit, cells, count }) => ({
      unit,
      columns:
        count === 0 ? COLUMNS : COLUMNS.filter((column) => ROWS.every((row) => cells[row][column] === 0)),
    }))
    .filter(({ columns }) => columns.length > 0);
}

function numbersOf(counts: UnitHeat['cells']): readonly number[] {
  return ROWS.flatMap((row) => COLUMNS.map((column) => counts[row][column]));
}

function sumOf(counts: UnitHeat['cells']): number {
  return numbersOf(counts).reduce((sum, count) => sum + count, 0);
}
