import { t } from '@coherence/words';
import { useState } from 'react';
import { notify } from '../../frame/notices.ts';
import { sendCommand } from '../../frame/use-command.ts';
import { useSession } from '../../live/document/use-session.ts';
import { useLive } from '../../live/live-context.tsx';
import { Button } from '../../ui/button.tsx';

/** Tells facilitators how full their board is, from 80 % on, and makes room. */
export function FullNote() {
  const live = useLive();
  const { full } = useSession();
  const [isAsking, setAsking] = useState(false);
  const [isWorking, setWorking] = useState(false);
  if (full === 0) return null;

  async function makeRoom(removed: 'keep' | 'version'): Promise<void> {
    setWorking(true);
    const body = { type: 'make-room', removed } as const;
    const made = await sendCommand(live, body, (why) => t('full.roomFailed', { why }));
    setWorking(false);
    setAsking(false);
    if (!made.ok) return;
    const { percent } = made.value;
    notify(percent < 80 ? t('full.roomMade', { percent }) : t('full.roomStillFull', { percent }));
  }

  return (
    <section className="shell-note" aria-label={t('full.roomLabel')}>
      <p>
        {full >= 100 ? t('full.fullLead') : t('full.nearlyFull', { percent: full })}
        {isAsking ? ` ${t('full.roomChoose')}` : ''}
      </p>
      {isAsking ? (
        <>
          <Button disabled={isWorking} onClick={() => void makeRoom('keep')}>
            {t('full.roomKeep')}
          </Button>
          <Button disabled={isWorking} variant="quiet" onClick={() => void makeRoom('version')}>
            {t('full.roomVersion')}
          </Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {t('full.roomCancel')}
          </Button>
        </>
      ) : (
        <Button onClick={() => setAsking(true)}>{t('full.makeRoom')}</Button>
      )}
    </section>
  );
}
