import type * as Y from 'yjs';
import { CHOICES } from '../schema/vote-round.ts';
import { RATING_MAX, type OpenRound } from '../schema/round.ts';
import { givenIn, MOTION, type Ballot } from './ballot.ts';

/** What of a ballot counts, and what its owner would take back to make all of it count. */
export type BallotFit = {
  readonly given: Ballot;
  /** Keeps the rules of the round, whatever was given. */
  readonly counts: Ballot;
  /** Dots that are too many, by item; empty where all counts. */
  readonly back: readonly { readonly item: string; readonly dots: number }[];
  /** Some of what was given does not count. */
  readonly isCut: boolean;
};

/** What a round asks and allows, open or closed. */
export type RoundRules = Pick<
  OpenRound,
  'id' | 'ballots' | 'method' | 'questions' | 'budget' | 'perItem' | 'items'
>;

export const NO_BALLOT: BallotFit = { given: {}, counts: {}, back: [], isCut: false };

/**
 * What one person's ballot comes to, also where two devices gave more together than the round allows: no ballot is dropped
 * whole. An item counts no more than the most for one; of dots beyond the budget those do not count that were given last,
 * as one device would have refused them (of items given at the same time, those further down in the round). What was not
 * asked does not count.
 */
export function fitBallot(privateDoc: Y.Doc, round: RoundRules, person: string | null = null): BallotFit {
  const all = givenIn(privateDoc, round, person);
  if (all.size === 0) return NO_BALLOT;
  const items = round.method === 'recorded' ? [MOTION] : round.items;
  const order = new Map(items.map((item, index) => [item, index]));
  const asked = [...all]
    .filter(([item]) => order.has(item))
    .toSorted(([a, { at }], [b, { at: other }]) => at - other || (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const given = Object.fromEntries([...all].map(([item, { marks }]) => [item, marks]));
  const isDots = round.method === 'dots';
  const fits = isDots
    ? fitDots(
        round,
        asked.map(([item, { marks }]) => [item, marks[0] ?? 0]),
      )
    : null;
  const counts =
    fits === null
      ? Object.fromEntries(asked.flatMap(([item, { marks }]) => marksThatFit(round, item, marks)))
      : Object.fromEntries([...fits].filter(([, dots]) => dots > 0).map(([item, dots]) => [item, [dots]]));
  const back = [...(fits ?? [])].flatMap(([item, dots]) => {
    const tooMany = (all.get(item)?.marks[0] ?? 0) - dots;
    return tooMany > 0 ? [{ item, dots: tooMany }] : [];
  });
  const total = (ballot: Ballot) =>
    Object.values(ballot)
      .flat()
      .reduce((sum, mark) => sum + mark, 0);
  return { given, counts, back, isCut: total(given) !== total(counts) };
}

/** Dots that count by item; `given` begins with what was given first. */
function fitDots(
  { budget, perItem }: RoundRules,
  given: readonly (readonly [string, number])[],
): ReadonlyMap<string, number> {
  let left = budget;
  return new Map(
    given.map(([item, dots]) => {
      const counted = Math.min(dots, perItem, left);
      left -= counted;
      return [item, counted];
    }),
  );
}

function marksThatFit({ method }: RoundRules, item: string, marks: readonly number[]): [string, number[]][] {
  const most = method === 'rating' ? RATING_MAX : CHOICES.length;
  const fitting = marks.map((mark) => (mark > most ? 0 : mark));
  return fitting.some((mark) => mark > 0) ? [[item, fitting]] : [];
}
