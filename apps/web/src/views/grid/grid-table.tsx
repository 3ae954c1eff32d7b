import {
  COLUMN_GROUP,
  COLUMN_LABELS,
  COLUMNS,
  ROW_LABELS,
  ROWS,
  type Grid,
  type Row,
} from '@coherence/board';
import { kindGlyphs } from '@coherence/picture';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { t } from '../../i18n/translate.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { AddFactor, CardList, type GridMoment } from './grid-cell.tsx';
import { placeKey } from '../../factors/place.ts';
import { placeName, ROW_HINTS } from '../../factors/place-words.ts';
import './grid-table.css';

type GridTableProps = { grid: Grid; moment: GridMoment; labelledBy: string };

/** The framework as a table: two rows, four columns under a two-level header that stays in view. */
export function GridTable({ grid, moment, labelledBy }: GridTableProps) {
  const [first, ...rest] = COLUMNS;
  const table = useRef<HTMLTableElement>(null);
  useHeadHeight(table);
  return (
    <table ref={table} className="grid-table" aria-labelledby={labelledBy} aria-describedby="grid-keys">
      <colgroup>
        <col className="grid-rows" />
        <col span={COLUMNS.length} />
      </colgroup>
      <thead>
        <tr>
          <td rowSpan={2} className="grid-corner">
            <span className="visually-hidden">{t('grid.corner')}</span>
          </td>
          <th rowSpan={2} scope="col" className="grid-column">
            {COLUMN_LABELS[first]}
          </th>
          <th colSpan={COLUMN_GROUP.columns.length} scope="colgroup" className="grid-column-group">
            {COLUMN_GROUP.label}
          </th>
        </tr>
        <tr>
          {rest.map((column) => (
            <th key={column} scope="col" className="grid-column">
              {COLUMN_LABELS[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <RowHeader row={row} />
            {COLUMNS.map((column) => {
              const place = { row, column };
              return (
                <td key={column} className="grid-cell" data-place={placeKey(place)}>
                  <CardList cards={grid.cells[row][column]} moment={moment} label={placeName(place)} />
                  <AddFactor place={place} moment={moment} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowHeader({ row }: { row: Row }) {
  return (
    <th scope="row" className={`grid-row grid-row-${row}`}>
      <div className="grid-row-words">
        <Glyph glyph={kindGlyphs[row]} size={24} />
        <span className="grid-row-label">{ROW_LABELS[row]}</span>
        <span className="grid-row-hint">{t(ROW_HINTS[row])}</span>
      </div>
    </th>
  );
}

/** Tells the styles how high the sticky header is, so that a row's name stops below it. */
function useHeadHeight(table: RefObject<HTMLTableElement | null>): void {
  useLayoutEffect(() => {
    const element = table.current;
    const head = element?.tHead;
    if (!element || !head) return undefined;
    const measure = (): void => element.style.setProperty('--head-height', `${head.offsetHeight}px`);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(head);
    return () => observer.disconnect();
  }, [table]);
}
