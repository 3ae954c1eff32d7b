import { COLUMNS, heatOf, ROWS } from '@coherence/board';
import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import { useEffect } from 'react';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { UnitChip } from '../../ui/chip.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { isAnonymous, tintOf } from '../../views/grid/heat/heat-rules.ts';
import './heat-wall.css';

/** Units side by side that can still be told apart from the back of the room. */
const UNITS_MAX = 10;

type HeatWallProps = { page: number; withUnits: boolean; onPages: (pages: number) => void };

/** How many factors each unit named in each cell: where there are many, and where is silence. */
export function HeatWall({ page, withUnits, onPages }: HeatWallProps) {
  const { units, most } = useProjection(heatOf);
  const { unitWord: word } = useMeta();
  const marks = useProjection(unitMarks);
  const isNobodys = isAnonymous(useSession()) || !withUnits;
  const why = isNobodys
    ? t('heat.anonymous', { word })
    : units.length === 0
      ? t('heat.empty', { word })
      : units.every(({ count }) => count === 0)
        ? t('heat.nobody', { word })
        : null;
  const pages = Math.max(Math.ceil(units.length / UNITS_MAX), 1);
  useEffect(() => onPages(pages), [onPages, pages]);
  if (why !== null) return <p className="wall-line">{why}</p>;
  const from = (Math.min(page, pages) - 1) * UNITS_MAX;
  const shown = units.slice(from, from + UNITS_MAX);
  return (
    <div className="wall-heat">
      <p id="wall-heat" className="wall-heat-title">
        {t('heat.caption', { word })}
      </p>
      <table aria-labelledby="wall-heat">
        <thead>
          <tr>
            <td>
              <span className="visually-hidden">{t('projector.rows')}</span>
            </td>
            {shown.map(({ unit }) => {
              const mark = marks.get(unit.id);
              return (
                <th dir="auto" key={unit.id} scope="col">
                  {mark === undefined ? unit.name : <UnitChip {...mark} />}
                </th>
              );
            })}
          </tr>
        </thead>
        {ROWS.map((row) => (
          <tbody key={row} className={`wall-heat-${row}`}>
            <tr>
              <th scope="rowgroup" colSpan={shown.length + 1} className="wall-heat-row">
                <Glyph glyph={kindLooks[row].glyph} size={24} /> {t(`framework.row_${row}`)}
              </th>
            </tr>
            {COLUMNS.map((column) => (
              <tr key={column}>
                <th scope="row">{t(`framework.column_${column}`)}</th>
                {shown.map(({ unit, cells }) => (
                  <td key={unit.id} className={`wall-heat-${tintOf(cells[row][column], most)}`}>
                    {cells[row][column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
