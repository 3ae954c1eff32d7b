import { aimSchema, PROJECTED, sessionSchema } from '@coherence/board';
import { z } from 'zod';
import { idBody } from '../id.ts';
import { command } from './command.ts';

const PEOPLE_MAX = 500;
const name = z.string().min(1).max(200);
/** In words as programs outside have always sent it, or as an object. */
const target = z.union([aimSchema, idBody]).nullable().default(null);

/** Where all participants look, what the projector shows, and who may write. */
export const ATTENTION_COMMANDS = {
  pause: command({
    says: 'Pauses editing, but not for `mayEdit`: ids of participants.',
    body: z.object({ mayEdit: z.array(idBody).max(PEOPLE_MAX).default([]) }),
    answer: z.object({ paused: z.boolean(), mayEdit: z.array(z.string()) }),
    codes: [],
  }),
  resume: command({
    says: 'Lets participants edit again.',
    body: z.object({}),
    answer: z.object({ paused: z.boolean() }),
    codes: [],
  }),
  bring: command({
    says: 'Asks everybody to come to a view, and to a place in it: a record, a cell, a page, or a rectangle of the map.',
    body: z.object({ view: name, target }),
    answer: z.object({ bring: sessionSchema.shape.bring }),
    codes: [],
  }),
  show: command({
    says: 'Says what the projector shows.',
    body: z.object({ what: z.enum(PROJECTED), target }),
    answer: z.object({ show: sessionSchema.shape.show }),
    codes: [],
  }),
} as const;
