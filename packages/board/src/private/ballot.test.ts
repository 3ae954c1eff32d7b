import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { roundOf } from '../testing/open-round.ts';
import { castVote, isCast, MOTION, proxiesIn, readBallot, removeBallot } from './ballot.ts';

const refusalOf = (result: ReturnType<typeof castVote>) => (result.ok ? null : result.error);

describe('a ballot', () => {
  it('[VOTE1] of dots keeps budget and cap, and can be taken back', () => {
    const privateDoc = new Y.Doc();
    const round = roundOf();
    expect(castVote(privateDoc, round, 'a', 2).ok).toBe(true);
    expect(refusalOf(castVote(privateDoc, round, 'a', 3))).toEqual({
      code: 'vote-dots-per-item',
      values: { max: 2 },
    });
    expect(refusalOf(castVote(privateDoc, round, 'x', 1))).toEqual({ code: 'vote-not-asked', values: {} });
    castVote(privateDoc, round, 'b', 2);
    expect(refusalOf(castVote(privateDoc, round, 'c', 2))).toEqual({
      code: 'vote-dots',
      values: { budget: 5 },
    });
    castVote(privateDoc, round, 'b', 0);
    expect(readBallot(privateDoc, round)).toEqual({ a: [2] });
  });

  it('[VOTE1] gives back what was given to something that left the round', () => {
    const privateDoc = new Y.Doc();
    castVote(privateDoc, roundOf(), 'a', 2);
    expect(castVote(privateDoc, roundOf({ items: ['b'] }), 'a', 0).ok).toBe(true);
    expect(isCast(readBallot(privateDoc, roundOf()))).toBe(false);
  });

  it('[BALLOT1] of ratings has a mark from 1 to 5 for each question, in any order', () => {
    const privateDoc = new Y.Doc();
    const round = roundOf({ method: 'rating', questions: ['Impact', 'Effort'] });
    castVote(privateDoc, round, 'a', 4, { question: 1 });
    expect(readBallot(privateDoc, round)).toEqual({ a: [0, 4] });
    castVote(privateDoc, round, 'a', 5);
    castVote(privateDoc, round, 'b', 5);
    castVote(privateDoc, round, 'c', 5);
    expect(readBallot(privateDoc, round)).toEqual({ a: [5, 4], b: [5, 0], c: [5, 0] });
    expect(refusalOf(castVote(privateDoc, round, 'a', 6))).toEqual({
      code: 'vote-rating',
      values: { max: 5 },
    });
    castVote(privateDoc, round, 'a', 0);
    castVote(privateDoc, round, 'a', 0, { question: 1 });
    expect(readBallot(privateDoc, round)).toEqual({ b: [5, 0], c: [5, 0] });
  });

  it('[BALLOT1] of a motion is yes, no or abstain', () => {
    const privateDoc = new Y.Doc();
    const round = roundOf({ method: 'recorded', items: [] });
    expect(castVote(privateDoc, round, MOTION, 3).ok).toBe(true);
    expect(castVote(privateDoc, round, MOTION, 4).ok).toBe(false);
    expect(castVote(privateDoc, round, 'a', 1).ok).toBe(false);
    expect(readBallot(privateDoc, round)).toEqual({ [MOTION]: [3] });
  });

  it('[BALLOT2] for a person without a device lies beside one’s own', () => {
    const privateDoc = new Y.Doc();
    const round = roundOf();
    castVote(privateDoc, round, 'a', 2);
    castVote(privateDoc, round, 'b', 1, { for: 'ann' });
    castVote(privateDoc, round, 'c', 1, { for: 'ben' });
    castVote(privateDoc, roundOf({ id: 'r10' }), 'c', 1, { for: 'eve' });
    expect(readBallot(privateDoc, round)).toEqual({ a: [2] });
    expect(readBallot(privateDoc, round, 'ann')).toEqual({ b: [1] });
    expect(readBallot(privateDoc, round, 'ben')).toEqual({ c: [1] });
    expect([...proxiesIn(privateDoc, round)]).toEqual(['ann', 'ben']);
    removeBallot(privateDoc, 'r1', 'ben');
    expect([...proxiesIn(privateDoc, round)]).toEqual(['ann']);
    removeBallot(privateDoc, 'r1');
    expect(readBallot(privateDoc, round)).toEqual({});
    expect([...proxiesIn(privateDoc, round)]).toEqual([]);
    expect([...privateDoc.getMap('answers').keys()]).toEqual([
      expect.stringMatching(/^vote\/r10\/eve\/c\/0\//),
    ]);
  });

  it('[BALLOT3] counts on in the round that takes its closing back', () => {
    const privateDoc = new Y.Doc();
    castVote(privateDoc, roundOf(), 'a', 2);
    const again = roundOf({ id: 'r2', ballots: 'r1' });
    castVote(privateDoc, again, 'b', 1);
    expect(readBallot(privateDoc, again)).toEqual({ a: [2], b: [1] });
    expect(readBallot(privateDoc, roundOf({ id: 'r3' }))).toEqual({});
  });

  it('[READ2] leaves out what no ballot can hold', () => {
    const privateDoc = new Y.Doc();
    const values: [string, unknown][] = [
      ['a', 1],
      ['b', 'many'],
      ['c', [1, 'x']],
      ['d', 0],
      ['e', -1],
      ['f', [0, 0]],
      ['g', 1.5],
    ];
    privateDoc.getMap('ballots').set('r1', new Y.Map(values));
    privateDoc.getMap('ballots').set('r1/ann', 7);
    expect(readBallot(privateDoc, roundOf())).toEqual({ a: [1] });
    expect(proxiesIn(privateDoc, roundOf()).size).toBe(0);
  });
});
