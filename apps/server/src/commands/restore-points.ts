import { currentPhase, readSession } from '@coherence/board';
import type { Session } from '@coherence/board';
import { withBoard } from '../boards/board-reader.ts';
import type { CommandContext } from './command.ts';
import type { VersionKind } from '../storage/storage.ts';
import { saveVersion } from '../versions/versions.ts';

type Point = { readonly kind: VersionKind; readonly name: string };

/** What is kept before a command changes much; null for commands that do not. */
function restorePointFor(
  body: { readonly type: string; readonly id?: unknown },
  session: Session,
): Point | null {
  const here = currentPhase(session)?.title ?? '';
  switch (body.type) {
    case 'phase': {
      const next = session.agenda.find(({ id }) => id === body.id);
      return next === undefined && body.id !== null ? null : { kind: 'phase', name: next?.title ?? '' };
    }
    case 'reveal':
      return { kind: 'reveal', name: here };
    case 'vote-close':
      return session.round === null ? null : { kind: 'vote', name: session.round?.question || here };
    default:
      return null;
  }
}

const MAY_NEED_ONE: ReadonlySet<string> = new Set(['phase', 'reveal', 'vote-close']);

/**
 * Keeps a restore point before such a command. A store that cannot take it now does not hold up the room: the command
 * goes on, and is refused by itself if it cannot be stored either.
 */
export async function keepRestorePoint(
  context: CommandContext,
  body: { readonly type: string; readonly id?: unknown },
): Promise<void> {
  if (!MAY_NEED_ONE.has(body.type)) return;
  const { board, boardShares, keeper, registry, by, now: at } = context;
  try {
    boardShares.keepsMore();
    const session = await withBoard(registry, board, (room) => room.read(readSession));
    const point = restorePointFor(body, session);
    if (point === null) return;
    await keeper.inTurn(board.id, () => saveVersion(context, board, { ...point, by: by.id, at }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.log.warn('restore-point-failed', { board: board.id, reason });
  }
}
