import { COLUMN_LABELS, COLUMNS, heatOf, silencesOf, type Silence } from '@coherence/board';
import { writing } from '@coherence/words';
import { t } from '@coherence/words';
import { useMeta, useProjection } from '../../../live/document/use-projection.ts';
import { useSession } from '../../../live/document/use-session.ts';
import { isAnonymous } from './anonymous.ts';
import { HeatTable } from './heat-table.tsx';

/** Who is silent where, as a table and in sentences. Where notes are anonymous nobody can say. */
export function HeatPanel() {
  const heat = useProjection(heatOf);
  const { unitWord: word } = useMeta();
  const session = useSession();
  if (isAnonymous(session)) return <p>{t('units.heatAnonymous', { word })}</p>;
  if (heat.units.length === 0) return <p>{t('units.heatEmpty', { word })}</p>;
  if (heat.units.every(({ count }) => count === 0)) return <p>{t('units.heatNobody', { word })}</p>;
  const silences = silencesOf(heat);
  return (
    <div className="heat-panel">
      <p className="field-hint">{t('units.heatHint', { word })}</p>
      <HeatTable heat={heat} word={word} />
      {silences.length === 0 ? (
        <p>{t('units.heatAllSpoke', { word })}</p>
      ) : (
        <ul className="heat-silences">
          {silences.map((silence) => (
            <li key={silence.unit.id}>{sentenceOf(silence)}</li>
          ))}
        </ul>
      )}
      {heat.unnamed === 0 ? null : (
        <p className="field-hint">{t('units.heatUnnamed', { n: heat.unnamed, word })}</p>
      )}
    </div>
  );
}

function sentenceOf({ unit, columns }: Silence): string {
  if (columns.length === COLUMNS.length) return t('units.silentAll', { name: unit.name });
  const named = columns.map((column) => COLUMN_LABELS[column]);
  const where = writing().list(named, 'or');
  return t('units.silent', { name: unit.name, where });
}
