import { z } from 'zod';
import { idBody } from '../id.ts';
import { command, movesFrom } from './command.ts';

const ITEMS_MAX = 2000;

/** Dealing work to teams of those who are here. */
export const DEAL_COMMANDS = {
  deal: command({
    says: 'Deals factors to teams: those named or, where factors are placed, every one without a cell.',
    body: z.object({
      phase: idBody.optional(),
      factorIds: z.array(idBody).max(ITEMS_MAX).optional(),
      movesFrom,
    }),
    answer: z.object({ teams: z.int(), items: z.int() }),
    whole: true,
    codes: ['no-phase', 'no-such-phase', 'room-moved'],
  }),
} as const;
