import { readSession, writeSession } from '@coherence/board';
import type { Session } from '@coherence/board';
import { withBoard } from '../boards/board-reader.ts';
import type { CommandContext } from './command.ts';

/** Changes the session as it stands now; answers what was changed. What `make` throws changes nothing. */
export function changeSession<T extends Partial<Session>>(
  { boardHost, board }: CommandContext,
  make: (session: Session) => T,
): Promise<T> {
  return withBoard(boardHost, board, (room) =>
    room.edit((doc) => {
      const made = make(readSession(doc));
      writeSession(doc, made);
      return made;
    }),
  );
}
