import type { HIDDEN_COMMANDS as DECLARED } from '@coherence/protocol/http';
import type { Handlers } from '../command.ts';
import { redact } from './redact.ts';
import { reveal } from '../../hidden-work/writing/reveal.ts';
import { askWriters, checkPhase } from './ask-writers.ts';

/** What touches private documents, beside votes: reveals and redaction. */
export const HIDDEN_COMMANDS: Handlers<typeof DECLARED> = {
  reveal: async (context, { phase, few }) => {
    const { board, sessionCounts, now } = context;
    if (phase !== undefined) await checkPhase(context, phase);
    const { promises } = sessionCounts;
    // Counting also finishes what could not be finished at once, as while the disk was full.
    const revealed = sessionCounts.inTurn(board.id, () =>
      reveal({ ...context, promises }, board, { phase, few, now }),
    );
    return revealed.finally(() => sessionCounts.recount(board.id));
  },

  'ask-writers': async (context, { phase }) => {
    if (phase !== undefined) await checkPhase(context, phase);
    return context.sessionCounts.inTurn(context.board.id, () => askWriters(context, phase));
  },

  redact: async (context, { factorIds }) => ({ generation: await redact(context, factorIds) }),
};
