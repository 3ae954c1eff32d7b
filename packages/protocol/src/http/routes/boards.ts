import { AGENDA_TEMPLATES, PHASE_KINDS, UNIT_WORDS, UNITS_MAX } from '@coherence/board';
import { z } from 'zod';
import { nameBody, neededNameBody, questionBody, titleBody } from '../given-words.ts';
import { ROLES } from '../../role.ts';
import { agendaBody } from '../commands/agenda.ts';
import { EXPORT_NAMES } from '../exports.ts';
import { route } from './route.ts';

const unitInput = z.union([neededNameBody, z.object({ name: neededNameBody, short: nameBody.optional() })]);
const createBody = z.object({
  title: titleBody,
  question: questionBody.optional(),
  sessionDate: z.string().max(20).optional(),
  /** An agenda to begin with; `coherence-grid` is every board's grid and has none. */
  template: z.enum(['coherence-grid', ...AGENDA_TEMPLATES]).default('blank'),
  agenda: agendaBody.optional(),
  /** What the board calls the units of its people; the words of a template say it. */
  unitWord: z.enum(UNIT_WORDS).default('unit'),
  units: z.array(unitInput).max(UNITS_MAX).optional(),
});

const invites = z.object({
  facilitator: z.string(),
  participant: z.string(),
  observer: z.string(),
  display: z.string(),
});

/** A board that was made just now. The token is the creator's own, role facilitator. */
export const created = z.object({
  id: z.string(),
  code: z.string(),
  token: z.string(),
  participantId: z.string(),
  invites,
});

/** Milliseconds since 1970. */
const when = z.number();
const count = z.int();

/** Boards: making them, what they say of themselves, and the files they are taken away as. */
export const BOARD_ROUTES = {
  createBoard: route({
    method: 'POST',
    path: '/api/boards',
    says: 'a new board, and the token of its creator',
    may: 'anybody',
    body: createBody,
    status: 201,
    answer: created,
    codes: ['too-many-boards'],
  }),
  importBoard: route({
    method: 'POST',
    path: '/api/boards/import',
    says: 'a new board from a board file, or a file of another kind that is understood; `broken-file` with `where` changes nothing',
    may: 'anybody',
    takesFile: true,
    body: z.unknown(),
    status: 201,
    answer: created.extend({
      format: z.string(),
      report: z.array(z.object({ from: z.string(), to: z.string().nullable(), count })),
    }),
    codes: ['too-many-boards', 'busy', 'broken-file'],
  }),
  board: route({
    method: 'GET',
    path: '/api/boards/:id',
    says: 'the board, oneself on it, and the time of the server in `now` (ms); the code, but not for observers',
    may: 'read',
    answer: z.object({
      id: z.string(),
      title: z.string(),
      question: z.string(),
      role: z.enum(ROLES),
      participantId: z.string(),
      name: z.string(),
      /** An id, empty for none. */
      unit: z.string(),
      /** Null for observers: it is not theirs to give. */
      code: z.string().nullable(),
      /** Of the shared document: a copy on a device is kept under it. */
      generation: count,
      counts: z.object({
        factors: count,
        influences: count,
        groups: count,
        strategies: count,
        notes: count,
      }),
      /** How many are connected. */
      people: count,
      phase: z
        .object({
          id: z.string(),
          kind: z.enum(PHASE_KINDS),
          title: z.string(),
          prompt: z.string(),
          startedAt: when,
          endsAt: when.nullable(),
        })
        .nullable(),
      /** Whether they have said that they are done with this phase. */
      done: z.boolean(),
      now: when,
    }),
    codes: [],
  }),
  invites: route({
    method: 'GET',
    path: '/api/boards/:id/invites',
    says: 'the code, and the secret of the link for each role',
    may: 'command',
    answer: z.object({ code: z.string(), invites }),
    codes: [],
  }),
  people: route({
    method: 'GET',
    path: '/api/boards/:id/people',
    says: 'everybody on the board, who is here and who has a device',
    may: 'command',
    answer: z.object({
      people: z.array(
        z.object({
          id: z.string(),
          /** Empty where they gave none. */
          name: z.string(),
          /** An id, empty for none. */
          unit: z.string(),
          role: z.enum(ROLES),
          joinedAt: when,
          here: z.boolean(),
          /** False: others write and vote for them. */
          device: z.boolean(),
        }),
      ),
    }),
    codes: [],
  }),
  exportFile: route({
    method: 'GET',
    path: '/api/boards/:id/export/:what.:format',
    says: `the file: ${EXPORT_NAMES.map((name) => `\`${name}\``).join(', ')}`,
    may: 'export',
    query: z.object({ scale: z.coerce.number().min(1).max(4).optional() }),
    answer: z.string(),
    media: 'application/octet-stream',
    codes: ['no-such-export', 'too-large', 'not-drawn', 'busy'],
  }),
} as const;
