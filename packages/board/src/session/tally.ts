import type * as Y from 'yjs';
import { createRecords } from '../doc.ts';
import { ballotProblem, isCast, MOTION, type Ballot } from '../private/ballot.ts';
import { CHOICES, type VoteRound, type Withheld } from '../schema/vote-round.ts';
import { sumOfRating, sumsOfDots, type Counted, type EarlierCount } from './floor/counted.ts';
import { FLOOR, hasFloor, restsOnEnough } from './floor/floor.ts';
import { poolUnits } from './pooled-units.ts';
import { questionsIn, type OpenRound } from '../schema/round.ts';
import { writeSession } from './session.ts';
import { wordsAtClosing } from './words-at-closing.ts';

/**
 * One person's ballot and what of the person may be known; `unit` is an id, "" for none. `own`: given on a device of
 * their own, not cast for them.
 */
export type Voter = {
  readonly id: string;
  readonly ballot: Ballot;
  readonly unit: string;
  readonly name: string;
  readonly own: boolean;
  /** They gave more than `ballot`, which is what of it counts. */
  readonly isCut?: boolean;
};

export type Tally = Pick<
  VoteRound,
  'results' | 'voters' | 'second' | 'byUnit' | 'votersByUnit' | 'unitsHidden' | 'recorded' | 'withheld'
> & {
  readonly turnout: number;
  /** Ballots that broke the rules of the round, with nothing in them that could be counted. */
  readonly spoiled: number;
  /** Ballots of which only a part counts. */
  readonly over: number;
  /** The ballots that the sums add up; empty where nothing is shown. */
  readonly counted: readonly Counted[];
};

/**
 * Counts one ballot for each person, as `fitBallot` has made it: one that is over budget, over the cap, or for something
 * not in the round all the same does not count at all. Dots are also counted by unit, small units pooled (`poolUnits`), unless the round promised to keep not
 * even the unit; ratings are not, because the average of one item in one unit may be one person's. Unless the round is
 * by name, only sums are in the answer that rest on enough people, also beside what `earlier` counts of the same ballots
 * have shown.
 */
export function tally(
  round: OpenRound,
  people: readonly Voter[],
  earlier: readonly EarlierCount[] = [],
): Tally {
  const cast = people.filter(({ ballot }) => isCast(ballot));
  const valid = cast.filter(({ ballot }) => ballotProblem(round, ballot) === null);
  const empty = people.filter(({ ballot, isCut }) => isCut === true && !isCast(ballot));
  const turnout = {
    turnout: valid.length,
    spoiled: cast.length - valid.length + empty.length,
    over: valid.filter(({ isCut }) => isCut === true).length,
  };
  const withheld = whyWithheld(round, valid, earlier);
  if (withheld !== null) return { ...NOTHING_SHOWN, ...turnout, withheld };
  if (round.method === 'recorded')
    return { ...NOTHING_SHOWN, ...turnout, recorded: valid.flatMap(recordedOf).sort(byName) };
  const [first = nothing(), second = null] = Array.from({ length: questionsIn(round) }, (_, question) =>
    countQuestion(round, valid, question, earlier),
  );
  const names = unitsShown(round, valid);
  const isSafe =
    names === null ||
    !hasFloor(round.identity) ||
    earlier.length === 0 ||
    restsOnEnough([
      ...earlier.flatMap((one) => sumsOfDots(one.counted)),
      ...sumsOfDots(countedAs(valid, names)),
    ]);
  const shown = isSafe ? names : null;
  return {
    ...NOTHING_SHOWN,
    ...turnout,
    ...first,
    second,
    ...countByUnit(valid, shown),
    unitsHidden: isSafe ? null : true,
    counted: countedAs(valid, shown),
  };
}

const NOTHING_SHOWN = {
  results: {},
  voters: {},
  second: null,
  byUnit: {},
  votersByUnit: {},
  unitsHidden: null,
  recorded: [],
  withheld: null,
  counted: [],
} satisfies Omit<Tally, 'turnout' | 'spoiled' | 'over'>;

/**
 * Closes the open round: its results become a vote round of the board, sums only, and none where they are withheld. Only
 * the server calls this.
 */
export function closeRound(doc: Y.Doc, round: OpenRound, counted: Tally, now: Date): void {
  const { turnout, spoiled: _, over, counted: _ballots, ...shown } = counted;
  const isDots = round.method === 'dots';
  const fields = {
    method: round.method,
    questions: round.questions,
    budget: isDots ? round.budget : null,
    perItem: isDots ? round.perItem : null,
    participants: turnout,
    invited: Math.max(round.invited, turnout),
    over: over === 0 ? null : over,
    closedAt: now.toISOString(),
    identity: round.identity,
    floor: hasFloor(round.identity) ? FLOOR : null,
    items: shown.withheld === null ? null : round.items,
    words: wordsAtClosing(doc, round, shown),
    ballots: round.ballots,
    ...shown,
  };
  createRecords(doc, [{ root: 'voteRounds', id: round.id, text: round.question, fields }]);
  writeSession(doc, { round: null });
}

/**
 * Why nothing of a round may be shown; null where something may. No person is found out from a vote no person voted in.
 */
function whyWithheld(
  { identity, method }: OpenRound,
  voters: readonly Voter[],
  earlier: readonly EarlierCount[],
): Withheld | null {
  if (!hasFloor(identity)) return null;
  if (voters.length > 0 && voters.filter(({ own }) => own).length < FLOOR) return 'few';
  // A ballot that was counted then and cannot be read now would be the difference.
  if (earlier.some(({ round, counted }) => counted.length !== round.participants)) return 'changed';
  const sums = [...earlier.map(({ counted }) => counted), countedAs(voters, null)].flatMap(sumsOfDots);
  return method === 'dots' && !restsOnEnough(sums) ? 'changed' : null;
}

type Counts = { readonly results: Record<string, number>; readonly voters: Record<string, number> };

const nothing = (): Counts => ({ results: {}, voters: {} });

/** Of a rating, what rests on too few people, now or as the difference to an earlier count, is 0. */
function countQuestion(
  round: OpenRound,
  voters: readonly Voter[],
  question: number,
  earlier: readonly EarlierCount[],
): Counts {
  const zeros = (): Record<string, number> => Object.fromEntries(round.items.map((item) => [item, 0]));
  const counts = { results: zeros(), voters: zeros() };
  for (const { ballot } of voters) {
    for (const [item, marks] of Object.entries(ballot)) {
      const mark = marks[question] ?? 0;
      if (mark === 0) continue;
      counts.results[item] = (counts.results[item] ?? 0) + mark;
      counts.voters[item] = (counts.voters[item] ?? 0) + 1;
    }
  }
  if (round.method !== 'rating' || !hasFloor(round.identity)) return counts;
  const now = countedAs(voters, null);
  for (const item of round.items) {
    const before = earlier.filter((one) => wasShown(one, item, question));
    const sums = [...before.map(({ counted }) => counted), now].map((one) =>
      sumOfRating(one, item, question),
    );
    if (restsOnEnough(sums)) continue;
    counts.results[item] = 0;
    counts.voters[item] = 0;
  }
  return counts;
}

function wasShown({ round: { voters, second } }: EarlierCount, item: string, question: number): boolean {
  return ((question === 0 ? voters : (second?.voters ?? {}))[item] ?? 0) > 0;
}

/** Under which name each unit is shown; null where nothing is shown by unit. */
function unitsShown({ identity, method }: OpenRound, voters: readonly Voter[]): Names | null {
  if (identity === 'anonymous' || method !== 'dots') return null;
  const sizes = new Map<string, number>();
  for (const { unit, own } of voters)
    sizes.set(unit, (sizes.get(unit) ?? 0) + (own || !hasFloor(identity) ? 1 : 0));
  return poolUnits(sizes);
}

type Names = ReadonlyMap<string, string>;

function countedAs(voters: readonly Voter[], names: Names | null): readonly Counted[] {
  return voters.map(({ id, ballot, own, unit }) => ({
    id,
    ballot,
    own,
    shownAs: names === null ? null : (names.get(unit) ?? unit),
  }));
}

function countByUnit(voters: readonly Voter[], shown: Names | null): Pick<Tally, 'byUnit' | 'votersByUnit'> {
  const byUnit: Record<string, Record<string, number>> = {};
  const votersByUnit: Record<string, number> = {};
  for (const { unit, ballot } of shown === null ? [] : voters) {
    const name = shown?.get(unit) ?? unit;
    votersByUnit[name] = (votersByUnit[name] ?? 0) + 1;
    for (const [item, [dots = 0]] of Object.entries(ballot)) {
      const counts = (byUnit[item] ??= {});
      counts[name] = (counts[name] ?? 0) + dots;
    }
  }
  return { byUnit, votersByUnit };
}

function recordedOf({ ballot, name, unit }: Voter): Tally['recorded'] {
  const choice = CHOICES[(ballot[MOTION]?.[0] ?? 0) - 1];
  return choice === undefined ? [] : [{ name, unit, choice }];
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, 'en');
}
