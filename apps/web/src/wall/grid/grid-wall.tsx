import { COLUMN_GROUP, COLUMNS, gridOf, ROWS, type Aim, type Grid, type Row } from '@coherence/board';
import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import { useMemo } from 'react';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { usePointed } from '../../together/pointing.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { HeatWall } from './heat-wall.tsx';
import { PagedCards } from './paged-cards.tsx';
import type { CardLook } from './wall-card.tsx';

/** Columns of cards in a cell, by width of the wall in px. */
const WIDE = 1500;

type GridWallProps = { target: Aim | null; withUnits: boolean; onPages: (pages: number) => void };

/** The grid on the wall: all of it as counts, a row, a cell, or who named how many. */
export function GridWall({ target, withUnits, onPages }: GridWallProps) {
  const grid = useProjection(gridOf);
  const marks = useProjection(unitMarks);
  const pointed = usePointed();
  const look = useMemo(() => ({ marks, withUnits, pointed }), [marks, withUnits, pointed]);
  const { row, column, page = 1, byUnit } = target ?? {};
  if (byUnit) return <HeatWall page={page} withUnits={withUnits} onPages={onPages} />;
  if (row === undefined) return <CountsWall grid={grid} />;
  const part = { grid, row, page, look, onPages };
  return column === undefined ? <RowWall {...part} /> : <CellWall {...part} column={column} />;
}

function CountsWall({ grid }: { grid: Grid }) {
  return (
    <div className="wall-grid">
      <table>
        <thead>
          <tr>
            <td rowSpan={2}>
              <span className="visually-hidden">{t('projector.rows')}</span>
            </td>
            <th rowSpan={2} scope="col">
              {t('framework.column_purposes')}
            </th>
            <th className="wall-group" colSpan={COLUMN_GROUP.columns.length} scope="colgroup">
              {t('framework.columnGroup')}
            </th>
          </tr>
          <tr>
            {COLUMN_GROUP.columns.map((column) => (
              <th key={column} scope="col">
                {t(`framework.column_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row} className={`wall-row-${row}`}>
              <th scope="row">
                <RowName row={row} />
              </th>
              {COLUMNS.map((column) => (
                <td key={column}>
                  <strong>{grid.cells[row][column].length}</strong>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="wall-unplaced">
        {grid.unplaced.length > 0 ? t('projector.unplaced', { n: grid.unplaced.length }) : ''}
      </p>
    </div>
  );
}

type PartProps = {
  grid: Grid;
  row: Row;
  page: number;
  look: CardLook;
  onPages: (pages: number) => void;
};

function RowWall({ grid, row, page, look, onPages }: PartProps) {
  const lists = useMemo(() => COLUMNS.map((column) => grid.cells[row][column]), [grid, row]);
  return (
    <div className={`wall-part wall-row-${row}`}>
      <h2>
        <RowName row={row} />
      </h2>
      <ul className="wall-columns">
        {COLUMNS.map((column, index) => (
          <li key={column}>
            {t(`framework.column_${column}`)} <strong>{lists[index]?.length}</strong>
          </li>
        ))}
      </ul>
      <PagedCards lists={lists} columns={1} page={page} look={look} onPages={onPages} />
    </div>
  );
}

function CellWall({
  grid,
  row,
  column,
  page,
  look,
  onPages,
}: PartProps & { column: (typeof COLUMNS)[number] }) {
  const cards = grid.cells[row][column];
  const lists = useMemo(() => [cards], [cards]);
  return (
    <div className={`wall-part wall-row-${row}`}>
      <h2>
        <RowName row={row} />
        <span className="wall-column-name">
          {t(`framework.column_${column}`)} <strong>{cards.length}</strong>
        </span>
      </h2>
      {cards.length === 0 ? <p className="wall-line">{t('projector.none')}</p> : null}
      <PagedCards
        lists={lists}
        columns={innerWidth >= WIDE ? 3 : 2}
        page={page}
        look={look}
        onPages={onPages}
      />
    </div>
  );
}

function RowName({ row }: { row: Row }) {
  return (
    <span className="wall-row-name">
      <Glyph glyph={kindLooks[row].glyph} size={26} />
      {t(`framework.row_${row}`)}
    </span>
  );
}
