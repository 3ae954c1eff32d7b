import { COLUMNS, heatOf, ROWS, silencesOf, wholeOf, type Heat, type Silence } from '@coherence/board';
import { writing, t } from '@coherence/words';
import { kindLooks } from '@coherence/picture';
import { useMeta, useProjection } from '../../../live/document/use-projection.ts';
import { useSession } from '../../../live/document/use-session.ts';
import { isAnonymous, tintOf } from './heat-rules.ts';
import { markUnits } from '../../../factors/units/mark-units.ts';
import { UnitChip } from '../../../ui/chip.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import './heat.css';

/** Who is silent where, as a table and in sentences. Where notes are anonymous it cannot be told. */
export function HeatPanel() {
  const heat = useProjection(heatOf);
  const { unitWord: word } = useMeta();
  const session = useSession();
  if (isAnonymous(session)) return <p>{t('heat.anonymous', { word })}</p>;
  if (heat.units.length === 0) return <p>{t('heat.empty', { word })}</p>;
  if (heat.units.every(({ count }) => count === 0)) return <p>{t('heat.nobody', { word })}</p>;
  const silences = silencesOf(heat);
  return (
    <div className="heat-panel">
      <p className="field-hint">{t('heat.hint', { word })}</p>
      <HeatTable heat={heat} word={word} />
      {silences.length === 0 ? (
        <p>{t('heat.allSpoke', { word })}</p>
      ) : (
        <ul className="heat-silences">
          {silences.map((silence) => (
            <li key={silence.unit.id}>{sentenceOf(silence)}</li>
          ))}
        </ul>
      )}
      {heat.unnamed === 0 ? null : (
        <p className="field-hint">{t('heat.unnamed', { n: heat.unnamed, word })}</p>
      )}
    </div>
  );
}

function sentenceOf({ unit, columns }: Silence): string {
  if (columns.length === COLUMNS.length) return t('heat.silentAll', { name: unit.name });
  const named = columns.map((column) => t(`framework.column_${column}`));
  const where = writing().list(named, 'or');
  return t('heat.silent', { name: unit.name, where });
}

type HeatTableProps = { heat: Heat; word: string };

/** Units by cells, with how many factors each named there; the tint only repeats the number. */
function HeatTable({ heat, word }: HeatTableProps) {
  const marks = markUnits(
    heat.units.map(({ unit }) => unit),
    wholeOf,
  );
  return (
    <div className="heat-scroll" data-scrolls>
      <table className="heat">
        <caption className="visually-hidden">{t('heat.caption', { word })}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="heat-unit">
              {t('heat.unit', { word })}
            </th>
            {ROWS.map((row) => (
              <th key={row} colSpan={COLUMNS.length} scope="colgroup" className={`heat-row heat-${row}`}>
                <Glyph glyph={kindLooks[row].glyph} /> {t(`framework.row_${row}`)}
              </th>
            ))}
            <th rowSpan={2} scope="col">
              {t('heat.unplaced')}
            </th>
          </tr>
          <tr>
            {ROWS.map((row) =>
              COLUMNS.map((column) => (
                <th key={`${row} ${column}`} scope="col">
                  {t(`framework.column_${column}`)}
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
                  <span dir="auto" aria-hidden>
                    {unit.name}
                  </span>
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
