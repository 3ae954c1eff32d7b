import { t } from '@coherence/words';
import type { Phase } from '@coherence/board';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { sumOf, attendingByUnit, countFinishing, useLeading } from '../../together/counts/attending.ts';

/** What an observer sees while people write alone: how much, and no words. */
export function Watching({ phase }: { phase: Phase }) {
  const session = useSession();
  const { writing } = session;
  const marks = useProjection(unitMarks);
  const { question, unitWord: word } = useMeta();
  const { lines } = attendingByUnit(session, [...marks.keys()], true, useLeading());
  return (
    <section className="write-watching" aria-labelledby="watching-title">
      <h2 id="watching-title">{t('write.watching')}</h2>
      <p dir="auto" className="write-question">
        {phase.prompt === '' ? question : phase.prompt}
      </p>
      <p aria-live="polite">
        {writing.few === true && sumOf(writing.drafts) === 0
          ? t('write.countFew')
          : t('write.countNotes', { n: sumOf(writing.drafts) })}
        {' · '}
        {t('write.countDone', { done: sumOf(writing.done), all: countFinishing(session) })}
      </p>
      {lines.length === 0 ? null : (
        <dl className="write-units" aria-label={t('write.byUnit', { word })}>
          {lines.map(({ unit, done }) => (
            <div key={unit ?? ''}>
              <dt dir="auto">{marks.get(unit ?? '')?.name ?? t('shell.noUnit', { word })}</dt>
              <dd>
                {t(phase.identity === 'anonymous' ? 'write.unitDone' : 'write.unitLine', {
                  n: writing.drafts[unit ?? ''] ?? 0,
                  done: done?.done ?? 0,
                  all: done?.count ?? 0,
                })}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="write-watching-hint">{t('write.watchingHint')}</p>
    </section>
  );
}
