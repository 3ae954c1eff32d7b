import type { VERSION_COMMANDS as DECLARED } from '@coherence/protocol/http';
import type { Handlers } from './command.ts';
import { dropVersion, restoreVersion, saveNamed } from '../versions/versions.ts';

/** Keeping what the board says under a name, and having it say that again. */
export const VERSION_COMMANDS: Handlers<typeof DECLARED> = {
  'version-save': (context, { name }) => {
    const { board, boardShares, sessionCounts, by, now: at } = context;
    boardShares.keepsMore();
    return sessionCounts.inTurn(board.id, async () => ({
      id: await saveNamed(context, board, { name, by: by.id, at }),
    }));
  },

  'version-restore': (context, input) => {
    const { board, sessionCounts, by, now: at } = context;
    return sessionCounts.inTurn(board.id, async () => ({
      saved: await restoreVersion(context, board, { id: input.id, by: by.id, at }),
    }));
  },

  'version-delete': (context, input) => {
    const { board, sessionCounts } = context;
    return sessionCounts.inTurn(board.id, async () => {
      await dropVersion(context, board, input.id);
      return {};
    });
  },
};
