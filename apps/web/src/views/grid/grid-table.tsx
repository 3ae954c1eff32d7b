import { COLUMN_GROUP, COLUMNS, ROWS, type Column, type Grid, type Row } from '@coherence/board';
import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { Glyph } from '../../ui/glyph.tsx';
import { useOwnColumns } from './control/use-own-columns.ts';
import { AddFactor, CardList, type GridMoment } from './grid-cell.tsx';
import { placeKey, placeName, ROW_HINTS } from '../../factors/place.ts';
import './grid-table.css';

type GridTableProps = { grid: Grid; moment: GridMoment; labelledBy: string };

/** The framework as a table: two rows, four columns under a two-level header that stays in view. */
export function GridTable({ grid, moment, labelledBy }: GridTableProps) {
  const [first, ...rest] = COLUMNS;
  const table = useRef<HTMLTableElement>(null);
  const own = useOwnColumns();
  useHeadHeight(table);
  useShowColumn(table, own[0]);
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
          <ColumnHeader column={first} rowSpan={2} isOwn={own.includes(first)} />
          <th colSpan={COLUMN_GROUP.columns.length} scope="colgroup" className="grid-column-group">
            {t('framework.columnGroup')}
          </th>
        </tr>
        <tr>
          {rest.map((column) => (
            <ColumnHeader key={column} column={column} isOwn={own.includes(column)} />
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
                <td
                  key={column}
                  className="grid-cell"
                  data-own={own.includes(column) || undefined}
                  data-place={placeKey(place)}
                >
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

type ColumnHeaderProps = { column: Column; rowSpan?: number; isOwn: boolean };

/** The tag of one's own room lies over the lower edge of the head: it takes no room of its own. */
function ColumnHeader({ column, rowSpan, isOwn }: ColumnHeaderProps) {
  return (
    <th
      rowSpan={rowSpan}
      scope="col"
      className="grid-column"
      data-column={column}
      data-own={isOwn || undefined}
    >
      {t(`framework.column_${column}`)}
      {isOwn ? <span className="grid-own"> {t('grid.yourRoom')}</span> : null}
    </th>
  );
}

function RowHeader({ row }: { row: Row }) {
  return (
    <th scope="row" className={`grid-row grid-row-${row}`}>
      <div className="grid-row-words">
        <Glyph glyph={kindLooks[row].glyph} size={24} />
        <span className="grid-row-label">{t(`framework.row_${row}`)}</span>
        <span className="grid-row-hint">{t(ROW_HINTS[row])}</span>
      </div>
    </th>
  );
}

/** Brings one's own column into view when one gets it, unless one is typing just then. */
function useShowColumn(table: RefObject<HTMLTableElement | null>, column: Column | undefined): void {
  useEffect(() => {
    if (column === undefined || document.activeElement?.matches('textarea, input')) return;
    const head = table.current?.querySelector(`th[data-column="${column}"]`);
    head?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [table, column]);
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
