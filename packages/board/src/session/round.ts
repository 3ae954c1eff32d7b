import * as z from 'zod/mini';
import { idField, nameField, orNull } from '../schema/fields.ts';
import { QUESTION_MAX } from '../schema/limits.ts';
import { IDENTITIES, VOTE_METHODS } from './phase.ts';

const howMany = z.int().check(z.minimum(0));

/** A vote that is open: never a running total. */
export const openRoundSchema = z.object({
  id: idField,
  /** What is asked, or the motion of a recorded vote. */
  question: z._default(z.string().check(z.maxLength(QUESTION_MAX)), ''),
  method: z._default(z.enum(VOTE_METHODS), 'dots'),
  /** What each item is rated on (1 to 5), one or two questions; empty for dots. */
  questions: z._default(z.array(nameField).check(z.maxLength(2)), []),
  /** Dots each person has, and how many of them one item may get. */
  budget: z._default(z.int().check(z.minimum(1), z.maximum(100)), 5),
  perItem: z._default(z.int().check(z.minimum(1), z.maximum(100)), 2),
  items: z._default(z.array(idField).check(z.maxLength(2000)), []),
  /** The phase it was opened in, and what that phase promised its voters. */
  phase: orNull(idField),
  identity: z._default(z.enum(IDENTITIES), 'unit'),
  openedAt: howMany,
  /** People who have cast something. */
  turnout: z._default(howMany, 0),
});

export type OpenRound = Readonly<z.output<typeof openRoundSchema>>;
