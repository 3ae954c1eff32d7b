import type * as Y from 'yjs';
import { bear } from '../doc.ts';
import { ballotProblem, isCast, MOTION, type Ballot } from '../private/ballot.ts';
import { CHOICES, type VoteRound } from '../schema/vote-round.ts';
import { countedBefore, mayFollow } from './counted-before.ts';
import { poolUnits } from './pooled-units.ts';
import { questionsIn, type OpenRound } from '../schema/round.ts';
import { writeSession } from './session.ts';

/** One person's ballot and what of the person may be known; `unit` is an id, "" for none. */
export type Voter = { readonly ballot: Ballot; readonly unit: string; readonly name: string };

export type Tally = Pick<
  VoteRound,
  'results' | 'voters' | 'second' | 'byUnit' | 'votersByUnit' | 'recorded'
> & {
  readonly turnout: number;
  /** Ballots that broke the rules of the round and were not counted. */
  readonly spoiled: number;
};

/**
 * Counts one ballot for each person. A ballot over budget, over the cap, or for something not in the round does not
 * count at all. Dots are also counted by unit, small units pooled (`poolUnits`), unless the round promised to keep not
 * even the unit; ratings are not, because the average of one item in one unit may be one person's.
 */
export function tally(round: OpenRound, people: readonly Voter[]): Tally {
  const cast = people.filter(({ ballot }) => isCast(ballot));
  const valid = cast.filter(({ ballot }) => ballotProblem(round, ballot) === null);
  const isRecorded = round.method === 'recorded';
  const [first = nothing(), second = null] = isRecorded
    ? []
    : Array.from({ length: questionsIn(round) }, (_, question) => countQuestion(round, valid, question));
  return {
    ...first,
    second,
    ...countByUnit(round, valid),
    recorded: isRecorded ? valid.flatMap(recordedOf).sort(byName) : [],
    turnout: valid.length,
    spoiled: cast.length - valid.length,
  };
}

/**
 * Closes the open round: its results become a vote round of the board, sums only; by unit only where no earlier count of
 * the same ballots lets anybody be found out by subtraction. Only the server calls this.
 */
export function closeRound(doc: Y.Doc, round: OpenRound, counted: Tally, now: Date): void {
  const { results, voters, second, recorded } = counted;
  const isSafe = countedBefore(doc, round).every((before) => mayFollow(before, counted));
  const { byUnit, votersByUnit } = isSafe ? counted : { byUnit: {}, votersByUnit: {} };
  const hasUnits = Object.keys(counted.votersByUnit).length > 0;
  const isDots = round.method === 'dots';
  const fields = {
    method: round.method,
    questions: round.questions,
    budget: isDots ? round.budget : null,
    perItem: isDots ? round.perItem : null,
    participants: counted.turnout,
    invited: Math.max(round.invited, counted.turnout),
    closedAt: now.toISOString(),
    identity: round.identity,
    ballots: round.ballots,
    results,
    voters,
    second,
    byUnit,
    votersByUnit,
    unitsHidden: hasUnits && !isSafe ? true : null,
    recorded,
  };
  bear(doc, [{ root: 'voteRounds', id: round.id, text: round.question, fields }]);
  writeSession(doc, { round: null });
}

type Counts = { readonly results: Record<string, number>; readonly voters: Record<string, number> };

const nothing = (): Counts => ({ results: {}, voters: {} });

function countQuestion({ items }: OpenRound, voters: readonly Voter[], question: number): Counts {
  const zeros = (): Record<string, number> => Object.fromEntries(items.map((item) => [item, 0]));
  const counts = { results: zeros(), voters: zeros() };
  for (const { ballot } of voters) {
    for (const [item, marks] of Object.entries(ballot)) {
      const mark = marks[question] ?? 0;
      if (mark === 0) continue;
      counts.results[item] = (counts.results[item] ?? 0) + mark;
      counts.voters[item] = (counts.voters[item] ?? 0) + 1;
    }
  }
  return counts;
}

function countByUnit(round: OpenRound, voters: readonly Voter[]): Pick<Tally, 'byUnit' | 'votersByUnit'> {
  const byUnit: Record<string, Record<string, number>> = {};
  const votersByUnit: Record<string, number> = {};
  if (round.identity === 'anonymous' || round.method !== 'dots') return { byUnit, votersByUnit };
  const sizes = new Map<string, number>();
  for (const { unit } of voters) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const shown = poolUnits(sizes);
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
