import { t } from '@coherence/words';
import { sayFailureAndHint } from '../../live/failure.ts';
import { boardInfo, type JoinAnswer, type ApiError } from '../../live/server/api.ts';
import { keyFor, rememberBoard } from '../../live/device/identity.ts';
import { forgetInvite, navigate } from '../../frame/navigation.tsx';
import { paths } from '../../frame/routes.ts';
import { serverClock } from '../../live/server/server-clock.ts';

/** Keeps who one is on this board in this browser, and goes there. */
export async function enterBoard({ id, token, role, participantId }: JoinAnswer): Promise<void> {
  const info = await boardInfo(id, token);
  const held = keyFor(id);
  rememberBoard({
    id,
    token,
    role,
    participantId,
    title: info.ok ? info.value.title : (held?.title ?? ''),
    name: info.ok && info.value.name !== '' ? info.value.name : null,
    unit: info.ok && info.value.unit !== '' ? info.value.unit : null,
    generation: info.ok ? info.value.generation : (held?.generation ?? 0),
    lastOpened: serverClock.now(),
  });
  goToBoard(id);
}

/** For a person who is on the board already. Nothing leads back to the door. */
export function goToBoard(id: string): void {
  forgetInvite();
  navigate(paths.board(id), { replace: true });
}

/** Why somebody is still outside, in words that say what to do. */
export function joinFailure(error: ApiError): string {
  switch (error.code) {
    case 'unreachable':
      return t('join.unreachable');
    case 'unknown-code':
      return t('join.unknown');
    case 'unknown-invite':
      return t('join.unknownLink');
    case 'unknown-pair':
      return t('join.wrongPair');
    case 'too-many-tries':
      return t('join.tooMany');
    default:
      return t('join.failed', { why: sayFailureAndHint(error) });
  }
}
