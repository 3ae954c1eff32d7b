import * as z from 'zod/mini';
import { idField, nameField, orNull, questionField } from './fields.ts';
import { VOTE_METHODS } from './phase-kind.ts';
import { ANONYMITIES } from './phase.ts';

const howMany = z.int().check(z.minimum(0));

/** A vote that is open: never a running total. */
export const openRoundSchema = z.object({
  id: idField,
  /** The questions, or the motion of a recorded vote. */
  question: z._default(questionField, ''),
  method: z._default(z.enum(VOTE_METHODS), 'dots'),
  /** What each item is rated on (1 to 5), one or two questions; without names it is one. Empty for dots. */
  questions: z._default(z.array(nameField).check(z.maxLength(2)), []),
  /** Dots each person has, and how many of them one item may get. */
  budget: z._default(z.int().check(z.minimum(1), z.maximum(100)), 5),
  perItem: z._default(z.int().check(z.minimum(1), z.maximum(100)), 2),
  items: z._default(z.array(idField).check(z.maxLength(2000)), []),
  /** The phase it was opened in, and what that phase promised its voters. */
  phase: orNull(idField),
  identity: z._default(z.enum(ANONYMITIES), 'unit'),
  openedAt: howMany,
  /** The earlier round whose ballots count on in this one, when its closing was taken back; null: a fresh start. */
  ballots: orNull(idField),
  /** People for whom something has been cast, and people who can vote. */
  turnout: z._default(howMany, 0),
  invited: z._default(howMany, 0),
  /** Of `turnout` those who voted on devices of their own, and of `invited` those who can. */
  own: z._default(howMany, 0),
  able: z._default(howMany, 0),
  /** Of `turnout` those who gave more than the round allows, as on two devices: not all of it counts. */
  over: z._default(howMany, 0),
});

export type OpenRound = Readonly<z.output<typeof openRoundSchema>>;

/** The highest rating. */
export const RATING_MAX = 5;

const DOTS_SUGGESTED_MAX = 10;

/**
 * Dots for each person that suit so many items: a fifth of them, rounded up (the n/5 rule of dot voting), from 1 to 10,
 * because nobody hands out more with thought.
 */
export function suggestDots(items: number): number {
  return Math.min(Math.max(1, Math.ceil(items / 5)), DOTS_SUGGESTED_MAX);
}

/** How many marks each item gets in a round: two for a rating on two questions, else one. */
export function questionsIn({ method, questions }: Pick<OpenRound, 'method' | 'questions'>): number {
  return method === 'rating' ? Math.max(1, questions.length) : 1;
}
