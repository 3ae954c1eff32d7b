import type { Phase, Session } from '@coherence/board';
import { useId, useState } from 'react';
import { t } from '../../i18n/with-agenda.ts';
import { Button } from '../../ui/button.tsx';
import { phasesAround } from './phases-around.ts';

type AgendaListProps = {
  session: Session;
  /** People who would be moved. */
  people: number;
  busy: boolean;
  onGo: (phase: Phase) => void;
  onEdit: () => void;
};

/** The phases around the one that is on. A click looks at one; moving people there is a button of its own. */
export function AgendaList({ session, people, busy, onGo, onEdit }: AgendaListProps) {
  const headingId = useId();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const { agenda, phase } = session;
  const shown = all ? agenda : phasesAround(agenda, phase?.id ?? null);
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
              <span className="console-phase-title" title={one.title}>
                {one.title}
              </span>
              <span className="console-minutes">{t('console.minutes', { n: one.minutes })}</span>
            </button>
            {open === one.id ? (
              <div className="console-look">
                {one.prompt === '' ? null : <p>{one.prompt}</p>}
                {one.output === '' ? null : (
                  <p className="console-quiet">{t('console.output', { output: one.output })}</p>
                )}
                {one.id === phase?.id ? null : (
                  <Button
                    aria-disabled={busy}
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
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
