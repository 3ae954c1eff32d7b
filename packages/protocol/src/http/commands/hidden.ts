import { z } from 'zod';
import { idBody } from '../id.ts';
import { command, movesFrom } from './command.ts';

const ITEMS_MAX = 2000;

/** What touches private documents, beside votes: reveals and redaction. */
export const HIDDEN_COMMANDS = {
  reveal: command({
    says: 'Shows the notes that wait, of one phase or all; `few`: what becomes of those of fewer than three people.',
    body: z.object({
      phase: idBody.optional(),
      few: z.enum(['wait', 'consented', 'keep']).optional(),
      movesFrom,
    }),
    answer: z.object({ revealed: z.int(), unread: z.int(), few: z.literal(true).optional() }),
    whole: true,
    restorePoint: 'reveal',
    codes: ['no-such-phase', 'not-allowed', 'room-moved'],
  }),
  'ask-writers': command({
    says: 'Asks those who wrote, each alone, whether their few notes may be shown.',
    body: z.object({ phase: idBody.optional(), movesFrom }),
    answer: z.object({ asked: z.object({ phase: z.string(), at: z.int() }) }),
    codes: ['no-such-phase', 'not-allowed', 'room-moved'],
  }),
  redact: command({
    says: 'Takes the words of factors out of the board, its versions and its rehearsals for good.',
    body: z.object({ factorIds: z.array(idBody).min(1).max(ITEMS_MAX) }),
    answer: z.object({ generation: z.int() }),
    whole: true,
    codes: ['damaged-version', 'busy'],
  }),
} as const;
