import { t } from '@coherence/words';
import { attendingByUnit } from '../../together/counts/attending.ts';
import { useLeading } from '../../together/counts/use-leading.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { UnitChip } from '../../ui/chip.tsx';

/** For who leads: how far each unit is, in lines that stay where they are while the counts grow. */
export function WhoWrites() {
  const session = useSession();
  const marks = useProjection(unitMarks);
  const { lines } = attendingByUnit(session, [...marks.keys()], true, useLeading());
  const writing = lines.filter(({ done }) => done !== null);
  return (
    <section className="write-who" aria-labelledby="who-writes">
      <h3 id="who-writes">{t('write.whoWrites')}</h3>
      {writing.length === 0 ? <p className="write-none">{t('write.nobodyWrites')}</p> : null}
      <ul>
        {writing.map(({ unit, done }) => {
          const mark = marks.get(unit ?? '');
          const left = (done?.count ?? 0) - (done?.done ?? 0);
          return (
            <li key={unit ?? ''}>
              {mark === undefined ? null : <UnitChip {...mark} />}
              <span className="write-who-unit" aria-hidden={mark !== undefined}>
                {mark?.name ?? t('write.noUnit')}
              </span>
              <span>{left === 0 ? t('write.allDone') : t('write.stillWriting', { n: left })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
