import { setMeta } from '@coherence/board';
import type { BOARD_COMMANDS as DECLARED } from '@coherence/protocol/http';
import { newCode, newInvite } from '../auth/secrets.ts';
import { withBoard } from '../boards/board-reader.ts';
import { ApiError } from '../errors.ts';
import type { Handlers } from './command.ts';
import { makeRoom } from './make-room.ts';

const CODE_ATTEMPTS = 20;

/** The board as a whole: its title, its doors and its size. */
export const BOARD_COMMANDS: Handlers<typeof DECLARED> = {
  'rename-board': async ({ boardHost, board }, { title }) => {
    const renamed = await withBoard(boardHost, board, (room) => room.edit((doc) => setMeta(doc, { title })));
    if (!renamed.ok) throw new ApiError('bad-request', { kind: 'board', failure: renamed.error });
    return { title };
  },

  'rotate-invite': async ({ shares, storage, board }, { role }) => {
    const invite = { secret: newInvite(), board: board.id, role };
    await storage.putInvite(invite);
    shares.startsAnew(board.id);
    return { role, invite: invite.secret };
  },

  'rotate-code': async ({ shares, storage, board }) => {
    for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
      const code = newCode();
      if (!(await storage.putCode(board.id, code)).ok) continue;
      shares.startsAnew(board.id);
      return { code };
    }
    throw new Error('no free board code found');
  },

  'make-room': (context, { removed }) =>
    context.sessionCounts.inTurn(context.board.id, () => makeRoom(context, removed)),
};
