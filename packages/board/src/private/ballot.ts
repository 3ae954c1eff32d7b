import * as Y from 'yjs';
import { LOCAL } from '../doc.ts';
import { fail, ok, type Result } from '../result.ts';
import type { OpenRound } from '../session/round.ts';

/** Dots or ratings by item id. Blind: it stays in its owner's private document (root `ballots`). */
export type Ballot = Readonly<Record<string, number>>;

const BALLOTS = 'ballots';

/** What one person has given in a round; values that no ballot can hold are left out. */
export function readBallot(mine: Y.Doc, round: string): Ballot {
  const ballot = mine.getMap<Y.Map<unknown>>(BALLOTS).get(round);
  if (!(ballot instanceof Y.Map)) return {};
  const entries = [...ballot.entries()].filter(
    (entry): entry is [string, number] => Number.isInteger(entry[1]) && (entry[1] as number) > 0,
  );
  return Object.fromEntries(entries);
}

/** Gives an item its dots (0 takes them back). Refuses what the round does not allow and says what does. */
export function castVote(mine: Y.Doc, round: OpenRound, item: string, dots: number): Result<void> {
  const wanted = { ...readBallot(mine, round.id), [item]: dots };
  const problem = ballotProblem(round, wanted);
  if (problem !== null) return fail('invalid', problem);
  mine.transact(() => {
    const ballots = mine.getMap<Y.Map<unknown>>(BALLOTS);
    const ballot = ballots.get(round.id) ?? ballots.set(round.id, new Y.Map());
    if (dots === 0) ballot.delete(item);
    else ballot.set(item, dots);
  }, LOCAL);
  return ok(undefined);
}

/** Forgets what was given in a round. */
export function removeBallot(mine: Y.Doc, round: string): void {
  if (mine.getMap(BALLOTS).has(round)) mine.transact(() => mine.getMap(BALLOTS).delete(round), LOCAL);
}

/** Why a ballot breaks the rules of its round; null when it keeps them. */
export function ballotProblem(round: OpenRound, ballot: Ballot): string | null {
  let spent = 0;
  for (const [item, dots] of Object.entries(ballot)) {
    if (!Number.isInteger(dots) || dots < 0) return 'Dots are whole numbers.';
    if (dots > round.perItem) return `One item can get at most ${round.perItem}.`;
    if (dots > 0 && !round.items.includes(item)) return 'This is not in the vote.';
    spent += dots;
  }
  return round.method === 'dots' && spent > round.budget ? `Everybody has ${round.budget} dots.` : null;
}
