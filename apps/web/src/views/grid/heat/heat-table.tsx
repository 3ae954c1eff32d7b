import { COLUMN_LABELS, COLUMNS, ROW_LABELS, ROWS, type Heat } from '@coherence/board';
import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import { markUnits } from '../../../factors/units/unit-marks.ts';
import { UnitChip } from '../../../ui/chip.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { tintOf } from './heat-tint.ts';
import './heat.css';

type HeatTableProps = { heat: Heat; word: string };

/** Units by cells, with how many factors each named there; the tint only repeats the number. */
export function HeatTable({ heat, word }: HeatTableProps) {
  const marks = markUnits(heat.units.map(({ unit }) => unit));
  return (
    <div className="heat-scroll" data-scrolls>
      <table className="heat">
        <caption className="visually-hidden">{t('units.heatCaption', { word })}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="heat-unit">
              {t('units.heatUnit', { word })}
            </th>
            {ROWS.map((row) => (
              <th key={row} colSpan={COLUMNS.length} scope="colgroup" className={`heat-row heat-${row}`}>
                <Glyph glyph={kindLooks[row].glyph} /> {ROW_LABELS[row]}
              </th>
            ))}
            <th rowSpan={2} scope="col">
              {t('units.heatUnplaced')}
            </th>
          </tr>
          <tr>
            {ROWS.map((row) =>
              COLUMNS.map((column) => (
                <th key={`${row} ${column}`} scope="col">
                  {COLUMN_LABELS[column]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {heat.units.map(({ unit, cells, unplaced }, index) => {
            const mark = marks[index];
            return (
              <tr key={unit.id}>
                <th scope="row" className="heat-unit">
                  {mark === undefined ? null : <UnitChip {...mark} />}
                  <span aria-hidden>{unit.name}</span>
                </th>
                {ROWS.map((row) =>
                  COLUMNS.map((column) => {
                    const count = cells[row][column];
                    return (
                      <td key={`${row} ${column}`} className={`heat-${row} heat-${tintOf(count, heat.most)}`}>
                        {count}
                      </td>
                    );
                  }),
                )}
                <td>{unplaced}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
