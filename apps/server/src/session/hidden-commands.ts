import { z } from 'zod';
import { command } from '../boards/command.ts';
import type { Command } from '../boards/command.ts';
import { newGeneration } from './renew.ts';
import { reveal } from './reveal.ts';
import { cancelVote, closeVote, openVote } from './vote.ts';

const id = z.string().min(1).max(64);
const QUESTION_MAX = 1000;
const ITEMS_MAX = 2000;
const DOTS_MAX = 100;
const dots = z.int().min(1).max(DOTS_MAX);

const roundBody = z.object({
  question: z.string().trim().max(QUESTION_MAX).default(''),
  method: z.enum(['dots', 'rating']).default('dots'),
  budget: dots.default(5),
  perItem: dots.default(2),
  items: z.array(id).min(1).max(ITEMS_MAX),
});

/** What touches private documents: reveals, votes and redaction. */
export const HIDDEN_COMMANDS: Readonly<Record<string, Command>> = {
  reveal: command(z.object({ phase: id.optional() }), async (context, { phase }) => {
    const { board, keeper, now } = context;
    // Counting also finishes what could not be finished at once, as while the disk was full.
    const revealed = keeper.inTurn(board.id, () => reveal(context, board, { phase, now }));
    return { ...(await revealed.finally(() => keeper.recount(board.id))) };
  }),

  'vote-open': command(roundBody, async (context, wanted) => {
    const round = await openVote(context, context.board, wanted, context.now);
    context.keeper.recount(context.board.id);
    return { round: round.id };
  }),

  'vote-close': command(z.object({}), async (context) => {
    const { board, keeper, now } = context;
    return { ...(await keeper.inTurn(board.id, () => closeVote(context, board, new Date(now)))) };
  }),

  'vote-cancel': command(z.object({}), async (context) => {
    const { board, keeper, now } = context;
    await keeper.inTurn(board.id, () => cancelVote(context, board, new Date(now)));
    return {};
  }),

  redact: command(
    z.object({ factorIds: z.array(id).min(1).max(ITEMS_MAX) }),
    async (context, { factorIds }) => {
      const { board, keeper } = context;
      const generation = await keeper.inTurn(board.id, () =>
        newGeneration(context, board, new Set(factorIds)),
      );
      return { generation };
    },
  ),
};
