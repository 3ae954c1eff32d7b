import type { Ballot } from '../../private/ballot.ts';
import type { VoteRound } from '../../schema/vote-round.ts';
import type { Sum } from './floor.ts';

/** A ballot as it was counted in a closed round. */
export type Counted = {
  /** Participant id of who it was counted for. */
  readonly id: string;
  readonly ballot: Ballot;
  /** They gave it on a device of their own. */
  readonly own: boolean;
  /** The unit, or the pool, under which it was shown; null where nothing was shown by unit. */
  readonly shownAs: string | null;
};

/** A closed round whose result is shown, and the ballots it adds up. */
export type EarlierCount = {
  readonly round: Pick<VoteRound, 'participants' | 'voters' | 'second'>;
  readonly counted: readonly Counted[];
};

/** Dots: of all voters together, and of each unit that is shown. */
export function sumsOfDots(counted: readonly Counted[]): readonly Sum[] {
  const names = new Set(counted.flatMap(({ shownAs }) => (shownAs === null ? [] : [shownAs])));
  return [
    sumOf(counted),
    ...[...names].map((name) => sumOf(counted.filter(({ shownAs }) => shownAs === name))),
  ];
}

/** A rating: those who rated one item on one question. */
export function sumOfRating(counted: readonly Counted[], item: string, question: number): Sum {
  const rated = counted.flatMap(({ id, ballot, own }) => {
    const mark = ballot[item]?.[question] ?? 0;
    return mark === 0 ? [] : [[id, { is: String(mark), own }] as const];
  });
  return new Map(rated);
}

function sumOf(counted: readonly Counted[]): Sum {
  return new Map(counted.map(({ id, ballot, own }) => [id, { is: choiceOf(ballot), own }]));
}

/** Equal for equal ballots, in whatever order they were filled in. */
function choiceOf(ballot: Ballot): string {
  return JSON.stringify(Object.entries(ballot).sort(([a], [b]) => (a < b ? -1 : 1)));
}
