import { z } from 'zod';
import { titleBody } from '../given-words.ts';
import { ROLES } from '../../role.ts';
import { command } from './command.ts';

/** The board as a whole: its title, its doors and its size. */
export const BOARD_COMMANDS = {
  'rename-board': command({
    says: 'Gives the board another title.',
    body: z.object({ title: titleBody }),
    answer: z.object({ title: z.string() }),
    codes: [],
  }),
  'rotate-invite': command({
    says: 'Replaces the link for one role; the old one lets nobody in any more.',
    body: z.object({ role: z.enum(ROLES) }),
    answer: z.object({ role: z.enum(ROLES), invite: z.string() }),
    codes: [],
  }),
  'rotate-code': command({
    says: 'Replaces the code; the old one lets nobody in any more.',
    body: z.object({}),
    answer: z.object({ code: z.string() }),
    codes: [],
  }),
  'make-room': command({
    says: 'Starts a full board anew with what it says; what was taken off stays, or goes to a version.',
    body: z.object({ removed: z.enum(['keep', 'version']).default('keep') }),
    answer: z.object({ generation: z.int(), percent: z.int() }),
    whole: true,
    codes: ['busy'],
  }),
} as const;
