import { t } from '@coherence/words';
import { notify } from '../../frame/notices.ts';
import { useLive } from '../../live/live-context.tsx';
import { openProjector } from './open-projector.ts';

/** Opens the projector's window in this browser; says why where that does not work. */
export function useProjector(): () => Promise<void> {
  const { id, me } = useLive();
  return async () => {
    const why = await openProjector(id, me.token);
    if (why === null) return;
    notify(why === '' ? t('shell.windowBlocked') : t('shell.projectorFailed', { why }), 'wrong');
  };
}
