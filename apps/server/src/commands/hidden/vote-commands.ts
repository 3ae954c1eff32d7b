import type { VOTE_COMMANDS as DECLARED } from '@coherence/protocol/http';
import type { CommandContext, Handlers } from '../command.ts';
import { cancelVote, closeVote, openVote, reopenVote, voteOpenly } from '../../hidden-work/vote/vote.ts';

/** Opening, closing and calling off votes, one at a time. */
export const VOTE_COMMANDS: Handlers<typeof DECLARED> = {
  'vote-open': async (context, wanted) => {
    const { sessionCounts, board, now } = context;
    const round = await sessionCounts.inTurn(board.id, () => openVote(context, board, wanted, now));
    sessionCounts.recount(board.id);
    return { round: round.id };
  },

  'vote-reopen': async (context, { round: closed }) => {
    const { sessionCounts, board, now } = context;
    const round = await sessionCounts.inTurn(board.id, () => reopenVote(context, board, closed, now));
    sessionCounts.recount(board.id);
    return { round: round.id };
  },

  'vote-close': async (context, { show: isShown }) => {
    const closing = ending(context, (_, board, now) => closeVote(context, board, { now, isShown }));
    const { round, turnout, spoiled, over, unread, results, withheld } = await closing;
    return { round, results, turnout, spoiled, over, unread, ...(withheld === null ? {} : { withheld }) };
  },

  'vote-cancel': async (context) => {
    await ending(context, cancelVote);
    return {};
  },

  'vote-openly': async (context) => ({ round: (await ending(context, voteOpenly)).id }),
};

/** Counting also finishes what could not be finished at once, as while the disk was full. */
async function ending<T>(
  context: CommandContext,
  end: (context: CommandContext, board: CommandContext['board'], now: Date) => Promise<T>,
): Promise<T> {
  const { board, sessionCounts, now } = context;
  const ended = sessionCounts.inTurn(board.id, () => end(context, board, new Date(now)));
  return ended.finally(() => sessionCounts.recount(board.id));
}
