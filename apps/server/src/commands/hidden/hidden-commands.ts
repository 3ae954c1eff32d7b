import { z } from 'zod';
import { idBody } from '../id-body.ts';
import { command } from '../command.ts';
import type { Command } from '../command.ts';
import { redact } from './redact.ts';
import { reveal } from '../../session/writing/reveal.ts';
import { askWriters, checkPhase } from './ask-writers.ts';
import { VOTE_COMMANDS } from './vote-commands.ts';

const id = idBody;
const ITEMS_MAX = 2000;

/** What touches private documents: reveals, votes and redaction. */
export const HIDDEN_COMMANDS: Readonly<Record<string, Command>> = {
  reveal: command(
    z.object({ phase: id.optional(), few: z.enum(['wait', 'consented', 'keep']).optional() }),
    async (context, { phase, few }) => {
      const { board, keeper, now } = context;
      if (phase !== undefined) await checkPhase(context, phase);
      const { promises } = keeper;
      // Counting also finishes what could not be finished at once, as while the disk was full.
      const revealed = keeper.inTurn(board.id, () =>
        reveal({ ...context, promises }, board, { phase, few, now }),
      );
      return { ...(await revealed.finally(() => keeper.recount(board.id))) };
    },
  ),

  'ask-writers': command(z.object({ phase: id.optional() }), async (context, { phase }) => {
    if (phase !== undefined) await checkPhase(context, phase);
    return context.keeper.inTurn(context.board.id, () => askWriters(context, phase));
  }),

  ...VOTE_COMMANDS,

  redact: command(
    z.object({ factorIds: z.array(id).min(1).max(ITEMS_MAX) }),
    async (context, { factorIds }) => ({ generation: await redact(context, factorIds) }),
  ),
};
