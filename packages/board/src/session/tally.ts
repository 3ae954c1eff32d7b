import type * as Y from 'yjs';
import { bear } from '../doc.ts';
import { ballotProblem, type Ballot } from '../private/ballot.ts';
import type { OpenRound } from './round.ts';
import { writeSession } from './session.ts';

export type Tally = {
  readonly results: Readonly<Record<string, number>>;
  readonly turnout: number;
  /** Ballots that broke the rules of the round and were not counted. */
  readonly spoiled: number;
};

/** Counts ballots. A ballot over budget, over the cap, or for something not in the round does not count at all. */
export function tally(round: OpenRound, ballots: readonly Ballot[]): Tally {
  const results: Record<string, number> = {};
  let [turnout, spoiled] = [0, 0];
  for (const ballot of ballots) {
    if (Object.keys(ballot).length === 0) continue;
    if (ballotProblem(round, ballot) !== null) {
      spoiled += 1;
      continue;
    }
    turnout += 1;
    for (const [item, dots] of Object.entries(ballot)) results[item] = (results[item] ?? 0) + dots;
  }
  return { results, turnout, spoiled };
}

/** Closes the open round: its results become a vote round of the board, sums only. Only the server calls this. */
export function closeRound(doc: Y.Doc, round: OpenRound, counted: Tally, now: Date): void {
  const fields = {
    method: round.method,
    budget: round.budget,
    participants: counted.turnout,
    closedAt: now.toISOString(),
    results: counted.results,
  };
  bear(doc, [{ root: 'voteRounds', id: round.id, text: round.question, fields }]);
  writeSession(doc, { round: null });
}
