import { t } from '@coherence/words';
import { command } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { useSession } from '../../live/document/use-session.ts';
import { notify } from '../../frame/notices.ts';

/** Whether participants' editing is paused, and how a facilitator changes that. */
export function usePause(): { paused: boolean; setPaused: (paused: boolean) => Promise<void> } {
  const { id, me } = useLive();
  const { paused } = useSession();
  const setPaused = async (wanted: boolean) => {
    const answer = await command(id, me.token, { type: wanted ? 'pause' : 'resume' });
    if (answer.ok) return;
    const why = { why: answer.error.message };
    notify(wanted ? t('shell.pauseFailed', why) : t('shell.resumeFailed', why), 'wrong');
  };
  return { paused, setPaused };
}
