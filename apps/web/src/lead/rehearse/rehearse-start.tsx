import { t } from '@coherence/words';
import { useState, type FormEvent } from 'react';
import { navigate } from '../../frame/navigation.tsx';
import { paths } from '../../frame/routes.ts';
import { sayFailure } from '../../live/failure.ts';
import { boardInfo } from '../../live/server/api.ts';
import { keyFor, rememberBoard } from '../../live/device/identity.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { startRehearsal } from './rehearsal-api.ts';
import { serverClock } from '../../live/server/server-clock.ts';
import './rehearse.css';

const PEOPLE = 12;
const PEOPLE_MAX = 45;

/** Begins a rehearsal on a copy of the board and goes there. */
export function RehearseStart({ id, token }: { id: string; token: string }) {
  const [people, setPeople] = useState(PEOPLE);
  const [pace, setPace] = useState<'people' | 'quick'>('people');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const made = await startRehearsal(id, token, { people, pace });
    setBusy(false);
    if (!made.ok) return setError(t('rehearse.failed', { why: sayFailure(made.error) }));
    const { id: copy, token: key, participantId } = made.value;
    const info = await boardInfo(copy, key);
    const here = keyFor(id);
    rememberBoard({
      id: copy,
      token: key,
      participantId,
      title: info.ok ? info.value.title : (here?.title ?? ''),
      role: 'facilitator',
      name: here?.name ?? null,
      unit: here?.unit ?? null,
      generation: info.ok ? info.value.generation : 0,
      lastOpened: serverClock.now(),
    });
    return navigate(paths.board(copy));
  };
  return (
    <section className="rehearse" aria-label={t('rehearse.heading')}>
      <h2>{t('rehearse.heading')}</h2>
      <p>{t('rehearse.about')}</p>
      <form onSubmit={(event) => void start(event)}>
        <Field label={t('rehearse.people')} hint={t('rehearse.peopleHint')}>
          {(wiring) => (
            <input
              {...wiring}
              type="number"
              min={1}
              max={PEOPLE_MAX}
              required
              value={people}
              onChange={(event) => setPeople(event.target.valueAsNumber)}
            />
          )}
        </Field>
        <Field label={t('rehearse.paceText')} hint={t('rehearse.pace')}>
          {(wiring) => (
            <select
              {...wiring}
              value={pace}
              onChange={(event) => setPace(event.target.value === 'quick' ? 'quick' : 'people')}
            >
              <option value="people">{t('rehearse.paceReal')}</option>
              <option value="quick">{t('rehearse.paceQuick')}</option>
            </select>
          )}
        </Field>
        <Button type="submit" aria-disabled={busy}>
          {busy ? t('rehearse.starting') : t('rehearse.start')}
        </Button>
      </form>
      {error === null ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}
