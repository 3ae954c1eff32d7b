import type { BoardSnapshot, Phase } from '@coherence/board';
import { unitMarks } from '../../factors/unit-marks.ts';
import { t } from '../../i18n/with-write.ts';
import { useProjection } from '../../live/use-projection.ts';
import { useSession } from '../../live/use-session.ts';
import { sumOf } from '../console/sum-of.ts';

const questionOf = (snapshot: BoardSnapshot) => snapshot.meta.question;

/** What an observer sees while people write alone: how much, and no words. */
export function Watching({ phase }: { phase: Phase }) {
  const { writing, attending } = useSession();
  const marks = useProjection(unitMarks);
  const question = useProjection(questionOf);
  const units = [...marks.values()].filter(({ id }) => (attending[id] ?? 0) > 0);
  return (
    <section className="write-watching" aria-labelledby="watching-title">
      <h2 id="watching-title">{t('write.watching')}</h2>
      <p className="write-question">{phase.prompt === '' ? question : phase.prompt}</p>
      <p aria-live="polite">
        {t('write.countNotes', { n: sumOf(writing.drafts) })}
        {' · '}
        {t('write.countDone', { done: sumOf(writing.done), all: sumOf(attending) })}
      </p>
      {units.length === 0 ? null : (
        <dl className="write-units" aria-label={t('write.byUnit')}>
          {units.map(({ id, name }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                {t('write.unitLine', {
                  n: writing.drafts[id] ?? 0,
                  done: writing.done[id] ?? 0,
                  all: attending[id] ?? 0,
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
