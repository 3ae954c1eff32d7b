import * as z from 'zod/mini';
import { ANONYMITIES } from './phase.ts';
import { idField, nameField, orNull, textField } from './fields.ts';

const count = z.int().check(z.minimum(0));
const counts = z.record(idField, count);

/** What one can say to a motion; a ballot holds 1, 2 or 3. */
export const CHOICES = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** Of the words of an item a closed round keeps so many characters. */
export const WORDS_KEPT_MAX = 300;

/** Why a closed round shows no result: it would rest on fewer than three people (`few`), or differ by those (`changed`). */
export const WITHHELD = ['few', 'changed'] as const;
export type Withheld = (typeof WITHHELD)[number];

/** A closed round. Results only: no ballot is ever in the shared document. */
export const voteRoundSchema = z.object({
  text: textField,
  method: z._default(z.enum(['dots', 'rating', 'recorded']), 'dots'),
  /** Votes each person could give. */
  budget: orNull(z.int().check(z.minimum(0), z.maximum(1000))),
  perItem: orNull(z.int().check(z.minimum(0), z.maximum(1000))),
  /** People who voted, and people who could have. */
  participants: orNull(z.int().check(z.minimum(0), z.maximum(100_000))),
  invited: orNull(z.int().check(z.minimum(0), z.maximum(100_000))),
  /** Of `participants` those who had given more than the round allows; what they gave last does not count. */
  over: orNull(z.int().check(z.minimum(1), z.maximum(100_000))),
  closedAt: orNull(nameField),
  /** What its voters were promised; null where that is not known. */
  identity: orNull(z.enum(ANONYMITIES)),
  /**
   * Every sum rests on at least so many people who answered on devices of their own; what of a rating rests on fewer is
   * 0. Null: by name, or counted elsewhere or before there was such a floor.
   */
  floor: orNull(z.int().check(z.minimum(1), z.maximum(100))),
  /** Closed without showing what people chose: results are empty, and stored nowhere. */
  withheld: orNull(z.enum(WITHHELD)),
  /** What was voted on, where results do not say. */
  items: orNull(z.array(idField).check(z.maxLength(2000))),
  /** What items said when the round was closed, by id: those that got anything, and those that were off the board by then. */
  words: z._default(z.record(idField, z.string().check(z.maxLength(WORDS_KEPT_MAX))), {}),
  /** It came with a file that was added to this board, and was not counted here. */
  imported: orNull(z.literal(true)),
  /** The round under whose id the ballots of this one are kept; null: its own. */
  ballots: orNull(idField),
  /** What was rated, one or two questions; empty for dots. */
  questions: z._default(z.array(nameField).check(z.maxLength(2)), []),
  /** Record id -> votes, or the sum of the ratings on the first question; 0 for what got nothing. */
  results: z._default(counts, {}),
  /** Record id -> people who gave it anything (dots) or rated it on the first question. */
  voters: z._default(counts, {}),
  /** The same two for the second question of a rating. */
  second: orNull(z.object({ results: counts, voters: counts })),
  /**
   * Dots only: record id -> votes by unit id; `others` pools units with fewer than three voters, "" is no unit. Empty
   * where no units are known.
   */
  byUnit: z._default(z.record(idField, z.record(z.string(), count)), {}),
  /** Voters by unit id, pooled in the same way. */
  votersByUnit: z._default(z.record(z.string(), count), {}),
  /** Both are left out because an earlier count of the same ballots would show what one or two people chose. */
  unitsHidden: orNull(z.literal(true)),
  /** A recorded vote: who voted what, by name; it was told to the voters before. `unit` is an id. */
  recorded: z._default(z.array(z.object({ name: nameField, unit: nameField, choice: z.enum(CHOICES) })), []),
});

export type VoteRound = { readonly id: string } & Readonly<z.infer<typeof voteRoundSchema>>;

/**
 * Whether a closed round can go on: its ballots still lie with those who cast them, and where a floor was promised it is
 * known which ballots were counted (rounds from before there was a floor cannot say).
 */
export function hasBallots<R extends Pick<VoteRound, 'identity' | 'imported' | 'floor'>>(
  round: R,
): round is R & { readonly identity: 'named' | 'unit' } {
  if (round.imported === true) return false;
  return round.identity === 'named' || (round.identity === 'unit' && round.floor !== null);
}

/** Ids of what a closed round was on. */
export function itemsOfRound({ results, items }: Pick<VoteRound, 'results' | 'items'>): readonly string[] {
  return items ?? Object.keys(results);
}
