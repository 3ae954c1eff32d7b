import { t } from '@coherence/words';
import { workNow } from '@coherence/board';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { UnitChip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sumOf, attendingByUnit, useLeading } from '../../together/counts/attending.ts';
import './console-people.css';

const PeoplePanel = lazyPart(() => import('../people/people-panel.tsx'), 'PeoplePanel', [
  'attention',
  'people',
  'units',
]);

/** The console's part about people: how many by unit, while they write also how many are done. */
export function ConsolePeople() {
  const session = useSession();
  const units = useProjection(unitMarks);
  const { unitWord: word } = useMeta();
  const [isOpen, setOpen] = useState(false);
  const work = workNow(session);
  const isWriting = work === 'write' || (work === 'reveal' && sumOf(session.writing.drafts) > 0);
  const attending = attendingByUnit(session, [...units.keys()], isWriting, useLeading());
  return (
    <section className="console-people" aria-labelledby="console-people">
      <div className="console-people-head">
        <h3 id="console-people">
          {attending.units === 0
            ? t('people.attending', { n: attending.people })
            : t('people.count', {
                n: attending.people,
                units: t('units.count', { n: attending.units, word }),
              })}
        </h3>
        <Button variant="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('shell.people')}
        </Button>
      </div>
      <ul hidden={work === 'vote'}>
        {attending.lines.map(({ unit, count, done }) => {
          const mark = units.get(unit ?? '');
          return (
            <li key={unit ?? ''}>
              {mark === undefined ? null : <UnitChip {...mark} />}
              {mark === undefined ? t('shell.noUnit', { word }) : null}
              <span className="console-people-count">
                {done === null ? (
                  count
                ) : (
                  <>
                    {t('console.doneOf', done)}
                    <span className="visually-hidden">{t('console.areDone')}</span>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <Dialog
        open={isOpen}
        title={t('shell.people')}
        closeLabel={t('shell.close')}
        onClose={() => setOpen(false)}
        wide
      >
        <Suspense fallback={<p>{t('shell.loading')}</p>}>
          <PeoplePanel />
        </Suspense>
      </Dialog>
    </section>
  );
}
