import type { BoardFile } from '@coherence/board';
import { z } from 'zod';
import { created } from './boards.ts';
import { route } from './route.ts';

/** Milliseconds since 1970. */
const when = z.number();

/** `named`: a person asked for it. The others are kept by the server before it changes much, the newest of them. */
const VERSION_KINDS = ['named', 'phase', 'reveal', 'vote', 'restore'] as const;
/** What kinds of device say that they got here. */
export const DEVICES = ['phone', 'tablet', 'computer'] as const;

const CODE_MAX = 100;
const PEOPLE_MAX = 45;
const PEOPLE = 12;
/** How many seeds of random numbers there are. */
export const SEEDS = 2 ** 32;

const rehearsal = z.object({
  rehearsal: z
    .object({
      /** Pretend participants asked for, and how many have come. */
      people: z.int(),
      joined: z.int(),
      running: z.boolean(),
      /** When the board is removed. */
      endsAt: when,
    })
    .nullable(),
});

/** What only facilitators see: versions, rehearsals, and the check before a session. */
export const LEAD_ROUTES = {
  versions: route({
    method: 'GET',
    path: '/api/boards/:id/versions',
    says: 'newest first; `by`: the name of who asked for it, or did what it came before',
    may: 'command',
    limit: 'facilitator',
    answer: z.object({
      versions: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(VERSION_KINDS),
          name: z.string(),
          at: when,
          by: z.string(),
        }),
      ),
    }),
    codes: [],
  }),
  version: route({
    method: 'GET',
    path: '/api/boards/:id/versions/:version',
    says: 'what the board said then, as a board file',
    may: 'command',
    limit: 'facilitator',
    answer: z.custom<BoardFile>((value) => typeof value === 'object' && value !== null),
    codes: ['no-such-version', 'damaged-version', 'busy'],
  }),
  rehearse: route({
    method: 'POST',
    path: '/api/boards/:id/rehearse',
    says: 'a copy on which pretend participants play, as for a new board',
    may: 'command',
    body: z.object({
      people: z.int().min(1).max(PEOPLE_MAX).default(PEOPLE),
      pace: z.enum(['people', 'quick']).default('people'),
      /** The same seed, the same decisions. */
      seed: z
        .int()
        .min(0)
        .max(SEEDS - 1)
        .optional(),
    }),
    status: 201,
    answer: created,
    codes: ['busy', 'too-many-boards'],
  }),
  rehearsal: route({
    method: 'GET',
    path: '/api/boards/:id/rehearsal',
    says: 'how the rehearsal stands; null for a board that is none',
    may: 'command',
    answer: rehearsal,
    codes: [],
  }),
  endRehearsal: route({
    method: 'POST',
    path: '/api/boards/:id/rehearsal',
    says: 'the same, after it was stopped or deleted (`do`: stop, delete)',
    may: 'command',
    body: z.object({ do: z.enum(['stop', 'delete']) }),
    answer: rehearsal,
    codes: [],
  }),
  sayReached: route({
    method: 'POST',
    path: '/api/check',
    says: 'this device got here; `device` is `phone`, `tablet` or `computer`',
    may: 'anybody',
    body: z.object({ code: z.string().max(CODE_MAX), device: z.enum(DEVICES) }),
    answer: z.object({ heard: z.literal(true) }),
    codes: ['unknown-code', 'too-many-tries', 'load-failed'],
  }),
  check: route({
    method: 'GET',
    path: '/api/boards/:id/check',
    says: 'who got here in the last half hour, and a write to the disk',
    may: 'command',
    limit: 'facilitator',
    answer: z.object({
      now: when,
      heard: z.array(z.object({ device: z.enum(DEVICES), at: when })),
      disk: z.object({ saved: z.boolean(), ms: z.number() }),
    }),
    codes: [],
  }),
} as const;
