import { currentPhase, readSession, writeSession } from '@coherence/board';
import type { Session } from '@coherence/board';
import type { MoveGroup } from '@coherence/protocol';
import type { CommandType } from '@coherence/protocol/http';
import { withBoard } from '../boards/board-reader.ts';
import { refusedFor, type ApiError } from '../errors.ts';
import type { CommandContext } from './command.ts';

/** One command that moves the room; `from`: how often it had been moved so where the person decided. Programs say none. */
interface Move {
  readonly group: MoveGroup;
  readonly type: CommandType;
  readonly from: number | undefined;
}

/**
 * Runs a command that moves the room, one at a time on a board, and counts it. Throws `room-moved` and changes nothing
 * where another facilitator has moved the room since the person decided. A person's own quick presses all count. A program
 * says no `from`: it moves from wherever the room is, and is not counted.
 */
export function moveRoom<T>(context: CommandContext, move: Move, work: () => Promise<T>): Promise<T> {
  const { board, boardHost, by, moves } = context;
  const { group, type } = move;
  return moves.take(board.id, async () => {
    await refuseStale(context, move);
    const answer = await work();
    if (move.from === undefined) return answer;
    const count = withBoard(boardHost, board, (room) =>
      room.edit((doc) => {
        const before = readSession(doc).moves;
        writeSession(doc, { moves: { ...before, [group]: { n: before[group].n + 1, by: by.id, type } } });
      }),
    );
    // What was done is done, also where its count could not be stored.
    await count.catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      context.log.warn('move-not-counted', { board: board.id, reason });
    });
    return answer;
  });
}

async function refuseStale(
  { board, boardHost, by, storage }: CommandContext,
  { group, from }: Move,
): Promise<void> {
  if (from === undefined) return;
  const session = await withBoard(boardHost, board, (room) => room.read(readSession));
  const last = session.moves[group];
  if (from === last.n || last.by === by.id) return;
  const name = last.by === null ? '' : ((await storage.participant(last.by))?.name ?? '');
  throw name === '' ? refusedFor('moved-by-another') : movedBy(name, last.type, session);
}

/** What the other person did, as far as the last command tells. */
function movedBy(name: string, type: string | null, session: Session): ApiError {
  const phase = currentPhase(session);
  switch (type) {
    case 'phase':
      return phase === null
        ? refusedFor('ended-by', { name })
        : refusedFor('went-on-by', { name, title: phase.title });
    case 'vote-open':
    case 'vote-reopen':
    case 'vote-openly':
      return refusedFor('vote-opened-by', { name });
    case 'vote-close':
    case 'vote-cancel':
      return refusedFor('vote-ended-by', { name });
    case 'reveal':
      return refusedFor('notes-revealed-by', { name });
    default:
      return refusedFor('moved-by', { name });
  }
}
