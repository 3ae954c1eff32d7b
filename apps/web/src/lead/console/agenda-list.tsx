import type { Phase, Session } from '@coherence/board';
import { t } from '@coherence/words';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { phasesAround } from './phases-around.ts';
import { tip } from '../../ui/tips/tip.ts';

type AgendaListProps = {
  session: Session;
  /** Only its heading, until somebody asks for all: the phase needs the room for what it is steered with. */
  brief: boolean;
  /** People who would be moved. */
  people: number;
  busy: boolean;
  onGo: (phase: Phase) => void;
  onEdit: () => void;
};

/** The phases around the one that is on. A click looks at one; moving people there is a button of its own. */
export function AgendaList({ session, brief, people, busy, onGo, onEdit }: AgendaListProps) {
  const headingId = useId();
  const clockId = useId();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const { agenda, phase } = session;
  const went = new Set(session.went.map((one) => one.phase));
  const shown = all ? agenda : brief ? [] : phasesAround(agenda, phase?.id ?? null);
  return (
    <section className="console-agenda" aria-labelledby={headingId}>
      <div className="console-head">
        <h3 id={headingId}>{t('console.agenda')}</h3>
        {agenda.length > shown.length || all ? (
          <Button variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('console.fewerPhases') : t('console.allPhases', { n: agenda.length })}
          </Button>
        ) : null}
        <Button variant="quiet" onClick={onEdit}>
          {t('console.edit')}
        </Button>
      </div>
      <ol>
        {shown.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="console-phase"
              aria-expanded={open === one.id}
              aria-current={one.id === phase?.id ? 'step' : undefined}
              onClick={() => setOpen(open === one.id ? null : one.id)}
            >
              <span dir="auto" className="console-phase-title" {...tip(one.title)}>
                {one.title}
              </span>
              <span className="console-minutes">{t('console.minutes', { n: one.minutes })}</span>
            </button>
            {open === one.id ? (
              <div className="console-look">
                {one.prompt === '' ? null : <p dir="auto">{one.prompt}</p>}
                {one.output === '' ? null : (
                  <p className="console-quiet">{t('console.output', { output: one.output })}</p>
                )}
                {one.id === phase?.id ? null : (
                  <Button
                    aria-disabled={busy}
                    aria-describedby={went.has(one.id) ? clockId : undefined}
                    className="console-move"
                    onClick={() => {
                      setOpen(null);
                      setAll(false);
                      onGo(one);
                    }}
                  >
                    {people === 0
                      ? t('console.goTo', { title: one.title })
                      : t('console.moveAll', { n: people, title: one.title })}
                  </Button>
                )}
                {one.id === phase?.id || one.minutes === 0 || !went.has(one.id) ? null : (
                  <p id={clockId} className="console-quiet">
                    {t('console.clockRestarts', { n: one.minutes })}
                  </p>
                )}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
