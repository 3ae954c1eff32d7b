import { z } from 'zod';
import { COMMANDS } from '../commands/commands.ts';
import { idBody } from '../id.ts';
import { route } from './route.ts';

const DRAFTS_AT_ONCE = 200;

/** What is done in the session: by facilitators, and by people about their own work. */
export const SESSION_ROUTES = {
  command: route({
    method: 'POST',
    path: '/api/boards/:id/commands',
    says: 'what the command answers: see the commands below',
    may: 'command',
    limit: 'facilitator',
    body: z.looseObject({ type: z.string().max(40) }),
    answer: z.looseObject({}),
    codes: ['unknown-command', ...new Set(Object.values(COMMANDS).flatMap(({ codes }) => codes))],
  }),
  done: route({
    method: 'POST',
    path: '/api/boards/:id/done',
    says: '"I am done" for this phase',
    may: 'write',
    limit: 'participant',
    body: z.object({ done: z.boolean() }),
    answer: z.object({ done: z.boolean() }),
    codes: [],
  }),
  turn: route({
    method: 'POST',
    path: '/api/boards/:id/turn',
    says: "lets the turn go on to the next of one's own team (`session.deal`)",
    may: 'write',
    limit: 'participant',
    answer: z.object({}),
    codes: [],
  }),
  team: route({
    method: 'POST',
    path: '/api/boards/:id/team',
    says: 'takes who came after a deal into its smallest team',
    may: 'write',
    limit: 'participant',
    answer: z.object({ joined: z.boolean() }),
    codes: [],
  }),
  late: route({
    method: 'POST',
    path: '/api/boards/:id/late',
    says: "adds one's own notes that came after the reveal; `as` (unit, named): with more than was promised; `waits`: so many stay private until others have such notes, too",
    may: 'write',
    limit: 'participant',
    body: z.object({
      drafts: z.array(idBody).min(1).max(DRAFTS_AT_ONCE),
      as: z.enum(['named', 'unit']).optional(),
    }),
    answer: z.object({
      revealed: z.int(),
      unread: z.int(),
      waits: z.int(),
      few: z.literal(true).optional(),
    }),
    codes: [],
  }),
} as const;
