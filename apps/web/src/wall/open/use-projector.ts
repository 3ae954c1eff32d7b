import { t } from '@coherence/words';
import { sayFailure } from '../../live/failure.ts';
import { notify } from '../../frame/notices.ts';
import { useLive } from '../../live/live-context.tsx';
import { invites } from '../../live/server/api.ts';
import { paths } from '../../frame/routes.ts';

/** Opens the projector's window in this browser; says why where that does not work. */
export function useProjector(): () => Promise<void> {
  const { id, me } = useLive();
  return async () => {
    const why = await openProjector(id, me.token);
    if (why === null) return;
    notify(why === '' ? t('shell.windowBlocked') : t('shell.projectorFailed', { why }), 'wrong');
  };
}

/**
 * Opens the projector in a window of its own, or comes back to the one that is open. Its key lives in that window
 * alone, so the console stays what it is. Answers why not, in words; null when it is there.
 */
async function openProjector(id: string, token: string): Promise<string | null> {
  // A window may only be opened while the press that asks for it lasts.
  const wall = window.open('', `coherence-projector-${id}`);
  if (wall === null) return '';
  if (wall.location.pathname === paths.board(id)) {
    wall.focus();
    return null;
  }
  const answer = await invites(id, token);
  if (!answer.ok) {
    wall.close();
    return sayFailure(answer.error);
  }
  wall.location.href = paths.invited(id, answer.value.invites.display);
  return null;
}
