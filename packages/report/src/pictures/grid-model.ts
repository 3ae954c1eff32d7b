import {
  GROUPED_COLUMNS,
  COLUMNS,
  gridOf,
  ROWS,
  type BoardSnapshot,
  type GridCard,
  unitsInOrder,
} from '@coherence/board';
import type { Translate } from '@coherence/words';
import type { GridFactor, GridModel, NamedUnit, PictureHead } from '@coherence/picture';
import { marksOf, unitMarks, writtenNumber, type UnitMarks } from './unit-marks.ts';

/** The coherence grid of a board as the picture wants it, with the framework's texts in the language of `t`. */
export function gridModelOf(snapshot: BoardSnapshot, head: PictureHead, t: Translate): GridModel {
  const grid = gridOf(snapshot);
  const marks = unitMarks(snapshot);
  const factorsOf = (cards: readonly GridCard[]): GridFactor[] => cards.map((card) => factorOf(card, marks));
  const cells = ROWS.map((row) => {
    const columns = COLUMNS.map((column) => [column, factorsOf(grid.cells[row][column])] as const);
    return [row, Object.fromEntries(columns)] as const;
  });
  return {
    ...head,
    rows: ROWS.map((id) => ({ id, label: t(`framework.row_${id}`) })),
    columns: COLUMNS.map((id) => ({ id, label: t(`framework.column_${id}`) })),
    columnGroup: { label: t('framework.columnGroup'), columns: GROUPED_COLUMNS },
    cells: Object.fromEntries(cells),
    unplaced: factorsOf(grid.unplaced),
    units: namedUnits(snapshot, marks),
  };
}

function namedUnits(snapshot: BoardSnapshot, marks: UnitMarks): NamedUnit[] {
  return unitsInOrder(snapshot).flatMap(({ id, name, short }) => {
    const mark = marks.get(id);
    return mark === undefined ? [] : [{ ...mark, name: short ?? name }];
  });
}

function factorOf(card: GridCard, marks: UnitMarks): GridFactor {
  return {
    number: writtenNumber(card.no),
    text: card.text,
    units: marksOf(marks, card.units),
    votes: card.votes ?? undefined,
    onMap: card.onMap,
  };
}
