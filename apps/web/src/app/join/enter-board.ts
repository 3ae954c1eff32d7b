import { boardInfo, type JoinAnswer } from '../../live/server/api.ts';
import { keyFor, rememberBoard } from '../../live/device/identity.ts';
import { navigate } from '../../frame/navigation.tsx';
import { paths } from '../../frame/routes.ts';

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
    lastOpened: Date.now(),
  });
  goToBoard(id);
}

/** For somebody who is on the board already. Nothing leads back to the door. */
export function goToBoard(id: string): void {
  navigate(paths.board(id), { replace: true });
}
