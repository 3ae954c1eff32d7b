import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoard } from '../create.ts';
import { MOTION, type Ballot } from '../private/ballot.ts';
import { readSnapshot } from '../snapshot.ts';
import { roundOf } from '../testing/open-round.ts';
import { suggestDots } from '../schema/round.ts';
import { readSession, writeSession } from './session.ts';
import { closeRound, tally, type Voter } from './tally.ts';

let people = 0;
const voter = (ballot: Record<string, number | number[]>, unit = '', name = ''): Voter => ({
  id: `p${(people += 1)}`,
  own: true,
  ballot: Object.fromEntries(
    Object.entries(ballot).map(([item, marks]) => [item, [marks].flat()]),
  ) satisfies Ballot,
  unit,
  name,
});

describe('counting', () => {
  it('[VOTE2] leaves out a ballot that breaks the rules; closing stores sums only', () => {
    const made = createBoard({ title: 'T' });
    if (!made.ok) throw new Error(made.error.message);
    const round = roundOf({ question: 'First?', identity: 'named', invited: 9 });
    const ballots: Record<string, number>[] = [{ a: 2, b: 1 }, { a: 1 }, { a: 9 }, { a: 2, b: 2, c: 2 }, {}];
    const counted = tally(
      round,
      ballots.map((one) => voter(one)),
    );
    expect(counted).toMatchObject({ results: { a: 3, b: 1, c: 0 }, voters: { a: 2, b: 1, c: 0 } });
    expect(counted).toMatchObject({ turnout: 2, spoiled: 2 });
    writeSession(made.value, { round });
    closeRound(made.value, round, counted, new Date(0));
    expect(readSession(made.value).round).toBeNull();
    expect(readSnapshot(made.value).voteRounds).toMatchObject([
      { text: 'First?', results: { a: 3, b: 1, c: 0 }, participants: 2, invited: 9, perItem: 2 },
    ]);
  });

  it('[VOTE7] counts dots by unit, and in an anonymous phase not', () => {
    const people = ['x', 'x', 'x', 'y', 'y', 'z', 'z'].map((unit) => voter({ a: 1, b: 2 }, unit));
    expect(tally(roundOf(), people)).toMatchObject({
      byUnit: { a: { x: 3, others: 4 }, b: { x: 6, others: 8 } },
      votersByUnit: { x: 3, others: 4 },
    });
    expect(tally(roundOf({ identity: 'anonymous' }), people)).toMatchObject({ byUnit: {}, votersByUnit: {} });
  });

  it('[VOTE7] shows sums by unit that add up to the total, each of three people at least', () => {
    const people = fc.array(
      fc.record({ unit: fc.constantFrom('', 'x', 'y', 'z', 'w'), a: fc.nat(2), b: fc.nat(2), c: fc.nat(3) }),
    );
    fc.assert(
      fc.property(people, (given) => {
        const counted = tally(
          roundOf(),
          given.map(({ unit, ...dots }) =>
            voter(Object.fromEntries(Object.entries(dots).filter(([, count]) => count > 0)), unit),
          ),
        );
        const sum = (counts: Readonly<Record<string, number>> = {}) =>
          Object.values(counts).reduce((all, count) => all + count, 0);
        if (Object.keys(counted.votersByUnit).length === 0) return;
        for (const [item, votes] of Object.entries(counted.results)) {
          expect(sum(counted.byUnit[item])).toBe(votes);
        }
        expect(sum(counted.votersByUnit)).toBe(counted.turnout);
        expect(Math.min(...Object.values(counted.votersByUnit))).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('[VOTE4] counts two questions apart, each with those who answered it', () => {
    const round = roundOf({
      method: 'rating',
      questions: ['Impact', 'Effort'],
      items: ['a', 'b'],
      identity: 'named',
    });
    const counted = tally(round, [
      voter({ a: [5, 2] }, 'x'),
      voter({ a: [4, 0], b: [0, 1] }, 'x'),
      voter({ a: [6, 1] }),
    ]);
    expect(counted).toMatchObject({
      results: { a: 9, b: 0 },
      voters: { a: 2, b: 0 },
      second: { results: { a: 2, b: 1 }, voters: { a: 1, b: 1 } },
      byUnit: {},
      turnout: 2,
      spoiled: 1,
    });
  });

  it('[VOTE8] writes down who said what to a motion', () => {
    const round = roundOf({ method: 'recorded', identity: 'named', items: [] });
    const counted = tally(round, [
      voter({ [MOTION]: 2 }, 'x', 'Rosa'),
      voter({ [MOTION]: 1 }, 'y', 'Ann'),
      voter({}, 'y', 'Ben'),
    ]);
    expect(counted.recorded).toEqual([
      { name: 'Ann', unit: 'y', choice: 'yes' },
      { name: 'Rosa', unit: 'x', choice: 'no' },
    ]);
    expect(counted).toMatchObject({ results: {}, turnout: 2 });
  });
});

describe('dots for each person', () => {
  it('are suggested to be a fifth of the items, from 1 to 10', () => {
    expect([0, 1, 5, 6, 24, 25, 50, 171].map(suggestDots)).toEqual([1, 1, 1, 2, 5, 5, 10, 10]);
  });
});
