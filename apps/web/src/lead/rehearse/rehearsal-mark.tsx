import { t, writing } from '@coherence/words';
import { useCallback, useEffect, useState } from 'react';
import { navigate } from '../../frame/navigation.tsx';
import { notify } from '../../frame/notices.ts';
import { paths } from '../../frame/routes.ts';
import { sayFailure } from '../../live/failure.ts';
import { forgetBoard } from '../../live/device/identity.ts';
import { useLive } from '../../live/live-context.tsx';
import { Button } from '../../ui/button.tsx';
import { markWords } from './mark-words.ts';
import { endRehearsal, rehearsalOf, type Rehearsal } from './rehearsal-api.ts';
import './rehearse.css';

const COMING_MS = 1_500;
const THERE_MS = 30_000;

/** A quiet line on a board to rehearse on, with the ways to end it. For facilitators. */
export function RehearsalMark() {
  const { id, me } = useLive();
  const [rehearsal, setRehearsal] = useState<Rehearsal | null | 'none'>(null);
  const [asking, setAsking] = useState(false);

  const look = useCallback(async () => {
    const answer = await rehearsalOf(id, me.token);
    if (answer.ok) setRehearsal(answer.value.rehearsal ?? 'none');
  }, [id, me.token]);
  const isComing =
    rehearsal === null || (rehearsal !== 'none' && rehearsal.running && rehearsal.joined < rehearsal.people);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), isComing ? COMING_MS : THERE_MS);
    return () => clearInterval(timer);
  }, [look, isComing]);

  const end = async (how: 'stop' | 'delete') => {
    const answer = await endRehearsal(id, me.token, how);
    if (!answer.ok) return notify(t('rehearse.notDone', { why: sayFailure(answer.error) }), 'wrong');
    if (how === 'stop') return setRehearsal(answer.value.rehearsal ?? 'none');
    forgetBoard(id);
    notify(t('rehearse.deleted'));
    return navigate(paths.start, { replace: true });
  };
  if (rehearsal === 'none') return null;
  return (
    <section className="rehearsal-mark" aria-label={t('rehearse.board')}>
      <p aria-live="polite">{markWords(rehearsal)}</p>
      {rehearsal?.running === true ? (
        <Button variant="quiet" aria-label={t('rehearse.stopName')} onClick={() => void end('stop')}>
          {t('rehearse.stop')}
        </Button>
      ) : null}
      {asking ? (
        <>
          <p>{t('rehearse.sure')}</p>
          <Button onClick={() => void end('delete')}>{t('rehearse.deleteNow')}</Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {t('rehearse.keep')}
          </Button>
        </>
      ) : (
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {t('rehearse.delete')}
        </Button>
      )}
      {rehearsal === null ? null : (
        <p className="rehearsal-until">
          {t('rehearse.until', { date: writing().time(rehearsal.endsAt, { month: 'long', day: 'numeric' }) })}
        </p>
      )}
    </section>
  );
}
