import type { JoinAnswer } from '../../live/api.ts';
import { keyFor, rememberBoard } from '../../live/identity.ts';
import { navigate } from '../navigation.tsx';
import { paths } from '../routes.ts';

type Joined = { readonly answer: JoinAnswer; readonly name: string | null; readonly unit: string | null };

/** Keeps who one is on this board and goes there; `joined` is null for somebody who was on it already. */
export function enterBoard(
  board: { readonly id: string; readonly title: string },
  joined: Joined | null,
): void {
  const { id, title } = board;
  if (joined !== null) {
    const { token, role, participantId } = joined.answer;
    const generation = keyFor(id)?.generation ?? 0;
    const { name, unit } = joined;
    rememberBoard({ id, title, token, role, participantId, name, unit, generation, lastOpened: Date.now() });
  }
  navigate(paths.board(id), { replace: true });
}
