import { t } from '@coherence/words';
import { useSession } from '../../live/document/use-session.ts';
import { useCommand } from '../../frame/use-command.ts';

/** Whether participants' editing is paused, and how a facilitator changes that. */
export function usePause(): { paused: boolean; setPaused: (paused: boolean) => Promise<void> } {
  const { paused } = useSession();
  const pause = useCommand((why) => t('shell.pauseFailed', { why }));
  const resume = useCommand((why) => t('shell.resumeFailed', { why }));
  const setPaused = async (wanted: boolean): Promise<void> =>
    void (await (wanted ? pause({ type: 'pause' }) : resume({ type: 'resume' })));
  return { paused, setPaused };
}
