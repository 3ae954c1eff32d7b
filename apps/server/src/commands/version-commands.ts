import { NAME_MAX } from '@coherence/board';
import { z } from 'zod';
import { idBody } from './id-body.ts';
import { command } from './command.ts';
import type { Command } from './command.ts';
import { dropVersion, restoreVersion, saveNamed } from '../versions/versions.ts';

const id = idBody;

/** Keeping what the board says under a name, and having it say that again. */
export const VERSION_COMMANDS: Readonly<Record<string, Command>> = {
  'version-save': command(z.object({ name: z.string().trim().min(1).max(NAME_MAX) }), (context, { name }) => {
    const { board, boardShares, keeper, by, now: at } = context;
    boardShares.keepsMore();
    return keeper.inTurn(board.id, async () => ({
      id: await saveNamed(context, board, { name, by: by.id, at }),
    }));
  }),

  'version-restore': command(z.object({ id }), (context, input) => {
    const { board, keeper, by, now: at } = context;
    return keeper.inTurn(board.id, async () => ({
      saved: await restoreVersion(context, board, { id: input.id, by: by.id, at }),
    }));
  }),

  'version-delete': command(z.object({ id }), (context, input) => {
    const { board, keeper } = context;
    return keeper.inTurn(board.id, async () => {
      await dropVersion(context, board, input.id);
      return {};
    });
  }),
};
