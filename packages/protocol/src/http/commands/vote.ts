import { VOTE_METHODS, WITHHELD } from '@coherence/board';
import { z } from 'zod';
import { neededNameBody, questionBody } from '../given-words.ts';
import { fault } from '../body-fault.ts';
import { idBody } from '../id.ts';
import { command, movesFrom } from './command.ts';

const ITEMS_MAX = 2000;
const DOTS_MAX = 100;
const dots = z.int().min(1).max(DOTS_MAX);
const roundOf = z.object({ round: z.string() });

const roundBody = z
  .object({
    question: questionBody.default(''),
    method: z.enum(VOTE_METHODS).default('dots'),
    questions: z.array(neededNameBody).max(2).default([]),
    budget: dots.nullable().default(null),
    perItem: dots.default(2),
    items: z.array(idBody).max(ITEMS_MAX).default([]),
    movesFrom,
  })
  .refine(({ method, items }) => method === 'recorded' || items.length > 0, fault('items'))
  .refine(({ method, question }) => method !== 'recorded' || question !== '', fault('motion'));

/** Opening, closing and calling off votes, one at a time. */
export const VOTE_COMMANDS = {
  'vote-open': command({
    says: 'Opens a vote on records, or a recorded vote on a motion.',
    body: roundBody,
    answer: roundOf,
    whole: true,
    codes: ['round-open', 'not-allowed', 'room-moved'],
  }),
  'vote-reopen': command({
    says: 'Takes the closing of a round back: its ballots count on in a new one.',
    body: z.object({ round: idBody, movesFrom }),
    answer: roundOf,
    codes: ['no-round', 'round-open', 'not-allowed', 'room-moved'],
  }),
  'vote-close': command({
    says: 'Counts and closes; `show` false: also where no result can be shown, and then without one.',
    body: z.object({ show: z.boolean().default(true), movesFrom }),
    answer: z.object({
      round: z.string(),
      results: z.record(z.string(), z.int()),
      turnout: z.int(),
      spoiled: z.int(),
      over: z.int(),
      unread: z.int(),
      withheld: z.enum(WITHHELD).optional(),
    }),
    whole: true,
    restorePoint: 'vote',
    codes: ['no-round', 'too-few', 'room-moved'],
  }),
  'vote-openly': command({
    says: 'Begins the open round anew as a vote by name.',
    body: z.object({ movesFrom }),
    answer: roundOf,
    codes: ['no-round', 'not-allowed', 'room-moved'],
  }),
  'vote-cancel': command({
    says: 'Calls the open round off; nothing of it is counted.',
    body: z.object({ movesFrom }),
    answer: z.object({}),
    codes: ['no-round', 'room-moved'],
  }),
} as const;
