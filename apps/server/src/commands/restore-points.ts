import { currentPhase, readSession } from '@coherence/board';
import type { RestorePoint } from '@coherence/protocol/http';
import type { Session } from '@coherence/board';
import { withBoard } from '../boards/board-reader.ts';
import type { CommandContext } from './command.ts';
import { saveVersion } from '../versions/versions.ts';

type Point = { readonly kind: RestorePoint; readonly name: string };

/** What is kept under which name; null where the command would change nothing. */
function restorePointFor(
  kind: RestorePoint,
  body: { readonly id?: unknown },
  session: Session,
): Point | null {
  const here = currentPhase(session)?.title ?? '';
  switch (kind) {
    case 'phase': {
      const next = session.agenda.find(({ id }) => id === body.id);
      return next === undefined && body.id !== null ? null : { kind, name: next?.title ?? '' };
    }
    case 'reveal':
      return { kind, name: here };
    case 'vote':
      return session.round === null ? null : { kind, name: session.round?.question || here };
  }
}

/**
 * Keeps a restore point of this kind before a command. A store that cannot take it now does not hold up the room: the command
 * goes on, and is refused by itself if it cannot be stored either.
 */
export async function keepRestorePoint(
  context: CommandContext,
  kind: RestorePoint,
  body: { readonly id?: unknown },
): Promise<void> {
  const { board, boardShares, sessionCounts, boardHost, by, now: at } = context;
  try {
    boardShares.keepsMore();
    const session = await withBoard(boardHost, board, (room) => room.read(readSession));
    const point = restorePointFor(kind, body, session);
    if (point === null) return;
    await sessionCounts.inTurn(board.id, () => saveVersion(context, board, { ...point, by: by.id, at }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.log.warn('restore-point-failed', { board: board.id, reason });
  }
}
