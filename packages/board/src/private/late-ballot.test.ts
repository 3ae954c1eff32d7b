import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { voteRoundSchema, type VoteRound } from '../schema/vote-round.ts';
import { roundOf } from '../testing/open-round.ts';
import { keepCounted } from './as-counted.ts';
import { castVote } from './ballot.ts';
import { fitBallot } from './fit-ballot.ts';
import { cameLate } from './late-ballot.ts';

const round = roundOf({ budget: 3 });
const closed = (change: Partial<VoteRound> = {}): VoteRound => ({
  ...voteRoundSchema.parse({ text: 'First?', budget: 3, perItem: 2, items: round.items }),
  id: round.id,
  ...change,
});

/** A document whose ballot was counted as it was after `before`, and that went on after. */
function ballots(before: readonly [string, number][], after: readonly [string, number][]): Y.Doc {
  const privateDoc = new Y.Doc();
  for (const [item, dots] of before) castVote(privateDoc, round, item, dots, { now: 1 });
  const { counts: ballot } = fitBallot(privateDoc, round);
  if (before.length > 0) keepCounted(privateDoc, round.id, [{ person: null, ballot, shownAs: null }]);
  for (const [item, dots] of after) castVote(privateDoc, round, item, dots, { now: 2 });
  return privateDoc;
}

describe('[VOTE16] what came when the round was closed', () => {
  it('is what was not counted, item by item', () => {
    expect(cameLate(new Y.Doc(), closed())).toEqual([]);
    expect(cameLate(ballots([['a', 2]], []), closed())).toEqual([]);
    expect(cameLate(ballots([], [['a', 2]]), closed())).toEqual(['a']);
    expect(cameLate(ballots([['a', 2]], [['b', 1]]), closed())).toEqual(['b']);
    expect(cameLate(ballots([['a', 2]], [['a', 1]]), closed())).toEqual(['a']);
  });

  it('is not known of rounds without a result, of those of a file, and of what older versions gave', () => {
    const late = ballots([], [['a', 2]]);
    expect(cameLate(late, closed({ withheld: 'few' }))).toEqual([]);
    expect(cameLate(late, closed({ imported: true }))).toEqual([]);
    const old = new Y.Doc();
    old.getMap('ballots').set(round.id, new Y.Map([['a', 2]]));
    expect(cameLate(old, closed())).toEqual([]);
  });
});
