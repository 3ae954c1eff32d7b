import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { roundOf } from '../testing/open-round.ts';
import { castVote, MOTION } from './ballot.ts';
import { fitBallot, NO_BALLOT } from './fit-ballot.ts';

/** A ballot as several devices left it together: item, marks and when they were given. */
function ballotOf(...given: readonly (readonly [item: string, mark: number, at: number])[]): Y.Doc {
  const privateDoc = new Y.Doc();
  for (const [item, mark, now] of given) {
    const alone = new Y.Doc();
    castVote(alone, roundOf({ items: [item], perItem: 100, budget: 100 }), item, mark, { now });
    Y.applyUpdate(privateDoc, Y.encodeStateAsUpdate(alone));
  }
  return privateDoc;
}

describe('[BALLOT6] a ballot with more than its round allows', () => {
  const round = roundOf({ budget: 5, perItem: 3 });

  it('is whole where it keeps the rules, and none where nothing was given', () => {
    expect(fitBallot(new Y.Doc(), round)).toBe(NO_BALLOT);
    const whole = { a: [3], b: [2] };
    const fit = { given: whole, counts: whole, back: [], isCut: false };
    expect(fitBallot(ballotOf(['a', 3, 1], ['b', 2, 2]), round)).toEqual(fit);
  });

  it.each([
    [
      'loses what was given last',
      [
        ['a', 3, 2],
        ['b', 3, 1],
      ],
      { a: [2], b: [3] },
      [['a', 1]],
    ],
    [
      'loses what stands further down, of two given at once',
      [
        ['b', 3, 1],
        ['a', 3, 1],
      ],
      { a: [3], b: [2] },
      [['b', 1]],
    ],
    [
      'loses of several items, the last first',
      [
        ['a', 3, 1],
        ['b', 3, 2],
        ['c', 3, 3],
      ],
      { a: [3], b: [2] },
      [
        ['b', 1],
        ['c', 3],
      ],
    ],
    [
      'counts the most for one of an item',
      [
        ['a', 9, 1],
        ['b', 1, 2],
      ],
      { a: [3], b: [1] },
      [['a', 6]],
    ],
    [
      'counts nothing that was not asked',
      [
        ['x', 2, 1],
        ['a', 1, 2],
      ],
      { a: [1] },
      [],
    ],
  ] as const)('%s', (_name, given, counts, back) => {
    const fit = fitBallot(ballotOf(...given), round);
    expect(fit).toMatchObject({ counts, isCut: true });
    expect(fit.back).toEqual(back.map(([item, dots]) => ({ item, dots })));
  });

  it('of ratings and of a motion leaves out what is no mark', () => {
    const rating = roundOf({ method: 'rating' });
    expect(fitBallot(ballotOf(['a', 9, 1], ['b', 5, 1]), rating)).toMatchObject({
      counts: { b: [5] },
      isCut: true,
    });
    const motion = roundOf({ method: 'recorded', items: [] });
    expect(fitBallot(ballotOf([MOTION, 4, 1]), motion)).toMatchObject({ counts: {}, isCut: true });
    expect(fitBallot(ballotOf([MOTION, 2, 1]), motion)).toMatchObject({
      counts: { [MOTION]: [2] },
      isCut: false,
    });
  });

  it('[VOTE1] is mended by taking back, one dot after the other, and by nothing else', () => {
    const privateDoc = ballotOf(['a', 3, 1], ['b', 3, 2], ['c', 2, 3]);
    expect(castVote(privateDoc, round, 'c', 3).ok).toBe(false);
    expect(castVote(privateDoc, round, 'b', 2, { now: 8 }).ok).toBe(true);
    expect(fitBallot(privateDoc, round)).toMatchObject({ counts: { a: [3], c: [2] }, isCut: true });
    castVote(privateDoc, round, 'c', 1, { now: 9 });
    castVote(privateDoc, round, 'b', 1, { now: 10 });
    expect(fitBallot(privateDoc, round)).toMatchObject({ counts: { a: [3], b: [1], c: [1] }, isCut: false });
  });
});
