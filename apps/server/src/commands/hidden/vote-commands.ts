import { NAME_MAX, QUESTION_MAX, VOTE_METHODS } from '@coherence/board';
import { z } from 'zod';
import { idBody } from '../id-body.ts';
import { command } from '../command.ts';
import type { Command, CommandContext } from '../command.ts';
import { cancelVote, closeVote, openVote, reopenVote, voteOpenly } from '../../session/vote/vote.ts';

const id = idBody;
const ITEMS_MAX = 2000;
const DOTS_MAX = 100;
const dots = z.int().min(1).max(DOTS_MAX);

const roundBody = z
  .object({
    question: z.string().trim().max(QUESTION_MAX).default(''),
    method: z.enum(VOTE_METHODS).default('dots'),
    questions: z.array(z.string().trim().min(1).max(NAME_MAX)).max(2).default([]),
    budget: dots.nullable().default(null),
    perItem: dots.default(2),
    items: z.array(id).max(ITEMS_MAX).default([]),
  })
  .refine(({ method, items }) => method === 'recorded' || items.length > 0, 'Say what is voted on: items.')
  .refine(
    ({ method, question }) => method !== 'recorded' || question !== '',
    'A recorded vote needs its motion: question.',
  );

/** Opening, closing and calling off votes, one at a time. */
export const VOTE_COMMANDS: Readonly<Record<string, Command>> = {
  'vote-open': command(roundBody, async (context, wanted) => {
    const { keeper, board, now } = context;
    const round = await keeper.inTurn(board.id, () => openVote(context, board, wanted, now));
    keeper.recount(board.id);
    return { round: round.id };
  }),

  'vote-reopen': command(z.object({ round: id }), async (context, { round: closed }) => {
    const { keeper, board, now } = context;
    const round = await keeper.inTurn(board.id, () => reopenVote(context, board, closed, now));
    keeper.recount(board.id);
    return { round: round.id };
  }),

  'vote-close': command(z.object({ show: z.boolean().default(true) }), async (context, { show: isShown }) => {
    const closing = ending(context, (_, board, now) => closeVote(context, board, { now, isShown }));
    const { round, turnout, spoiled, unread, results, withheld } = await closing;
    return { round, results, turnout, spoiled, unread, ...(withheld === null ? {} : { withheld }) };
  }),

  'vote-cancel': command(z.object({}), async (context) => {
    await ending(context, cancelVote);
    return {};
  }),

  'vote-openly': command(z.object({}), async (context) => ({
    round: (await ending(context, voteOpenly)).id,
  })),
};

/** Counting also finishes what could not be finished at once, as while the disk was full. */
async function ending<T>(
  context: CommandContext,
  end: (context: CommandContext, board: CommandContext['board'], now: Date) => Promise<T>,
): Promise<T> {
  const { board, keeper, now } = context;
  const ended = keeper.inTurn(board.id, () => end(context, board, new Date(now)));
  return ended.finally(() => keeper.recount(board.id));
}
