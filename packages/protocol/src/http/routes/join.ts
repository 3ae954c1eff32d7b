import { TIERS } from '@coherence/board';
import { z } from 'zod';
import { nameBody } from '../given-words.ts';
import { ROLES } from '../../role.ts';
import { fault } from '../body-fault.ts';
import { route } from './route.ts';

const SECRET_MAX = 100;

/** A secret of one attempt to join: an answer that was lost can be asked for again, and makes no second person. */
const attempt = z.string().regex(/^[\w-]{22,64}$/);

const ticket = {
  code: z.string().max(SECRET_MAX).optional(),
  invite: z.string().max(SECRET_MAX).optional(),
};
const hasTicket = (body: { code?: string | undefined; invite?: string | undefined }) =>
  (body.code === undefined) !== (body.invite === undefined);
const TICKET = fault('ticket');

/** The way in: with a code or a link, as a new person or as the same person. */
export const JOIN_ROUTES = {
  previewJoin: route({
    method: 'POST',
    path: '/api/join/preview',
    says: 'what somebody with a code or a link is shown before they join',
    may: 'anybody',
    body: z.object(ticket).refine(hasTicket, TICKET),
    answer: z.object({
      id: z.string(),
      title: z.string(),
      question: z.string(),
      role: z.enum(ROLES),
      units: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          short: z.string().nullable(),
          tier: z.enum(TIERS).nullable(),
        }),
      ),
      identity: z.object({
        /** `asked`: people are shown with their names now. */
        name: z.enum(['asked', 'optional']),
        unit: z.literal('optional'),
        /** A unit that is missing may be added. */
        newUnits: z.boolean(),
        unitWord: z.string(),
      }),
      /** Where the room is, counted from 1, and the titles of what it has been through; null before it begins. */
      phase: z
        .object({ kind: z.string(), title: z.string(), number: z.int(), earlier: z.array(z.string()) })
        .nullable(),
      counts: z.object({ factors: z.int(), influences: z.int() }),
    }),
    codes: ['unknown-code', 'unknown-invite', 'too-many-tries', 'load-failed'],
  }),
  join: route({
    method: 'POST',
    path: '/api/join',
    says: 'a token of this board; with the token of somebody on it: the same person, their role raised; with an `attempt` that was used before: the person it made',
    may: 'anybody',
    body: z
      .object({
        ...ticket,
        name: nameBody.optional(),
        unit: nameBody.optional(),
        pair: z.string().trim().max(8).optional(),
        attempt: attempt.optional(),
      })
      .refine(hasTicket, TICKET),
    answer: z.object({ id: z.string(), token: z.string(), role: z.enum(ROLES), participantId: z.string() }),
    codes: [
      'unknown-code',
      'unknown-invite',
      'unknown-pair',
      'removed',
      'no-such-unit',
      'units-closed',
      'board-full',
      'too-many-tries',
      'too-many-newcomers',
      'load-failed',
    ],
  }),
  pair: route({
    method: 'POST',
    path: '/api/boards/:id/pair',
    says: 'numbers that let a second device join as the same person',
    may: 'read',
    status: 201,
    answer: z.object({ pair: z.string(), validSeconds: z.int() }),
    codes: ['too-many-tries'],
  }),
} as const;
