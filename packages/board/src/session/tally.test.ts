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
    if (!made.ok) throw new Error(made.error.code);
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

  it('[BALLOT4] counts dots by unit, and in an anonymous phase not', () => {
    const people = ['x', 'x', 'x', 'y', 'y', 'z', 'z'].map((unit) => voter({ a: 1, b: 2 }, unit));
    expect(tally(roundOf(), people)).toMatchObject({
      byUnit: { a: { x: 3, others: 4 }, b: { x: 6, others: 8 } },
      votersByUnit: { x: 3, others: 4 },
    });
    expect(tally(roundOf({ identity: 'anonymous' }), people)).toMatchObject({ byUnit: {}, votersByUnit: {} });
  });

  it('[BALLOT4] shows sums by unit that add up to the total, each of three people at least', () => {
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

  it('[BALLOT1] counts two questions apart, each with those who answered it', () => {
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

  it('[BALLOT5] writes down who said what to a motion', () => {
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

describe('[SUM1] counting without names', () => {
  const same = (count: number, unit = 'x') => Array.from({ length: count }, () => voter({ a: 1 }, unit));
  const cast = (one: Voter): Voter => ({ ...one, own: false });

  it('needs three who voted on devices of their own', () => {
    expect(tally(roundOf(), same(2))).toMatchObject({ withheld: 'few', results: {}, voters: {}, turnout: 2 });
    const two = [...same(2), ...same(5).map(cast)];
    expect(tally(roundOf(), two)).toMatchObject({ withheld: 'few', results: {}, turnout: 7, counted: [] });
    expect(tally(roundOf(), [...same(3), ...same(1).map(cast)])).toMatchObject({
      results: { a: 4 },
      turnout: 4,
    });
    expect(tally(roundOf(), [])).toMatchObject({ withheld: null, results: { a: 0 }, turnout: 0 });
    expect(tally(roundOf({ identity: 'named' }), same(1))).toMatchObject({
      withheld: null,
      results: { a: 1 },
    });
  });

  it('[BALLOT4] shows no unit in which only others voted for people, and none that would be left over', () => {
    const people = [...same(3, 'x'), ...same(3, 'y'), ...same(4, 'z').map(cast)];
    expect(tally(roundOf(), people)).toMatchObject({ votersByUnit: { others: 7, y: 3 }, results: { a: 10 } });
    expect(tally(roundOf(), [...same(3, 'x'), ...same(3, 'y').map(cast)])).toMatchObject({
      votersByUnit: {},
    });
  });

  it('[FLOOR25] shows of a rating what three rated, on each question', () => {
    const round = roundOf({ method: 'rating', questions: ['Impact', 'Effort'], items: ['a', 'b'] });
    const people = [voter({ a: [5, 1] }), voter({ a: [4, 2] }), voter({ a: [3, 0], b: [1, 1] })];
    expect(tally(round, people)).toMatchObject({
      results: { a: 12, b: 0 },
      voters: { a: 3, b: 0 },
      second: { results: { a: 0, b: 0 }, voters: { a: 0, b: 0 } },
    });
  });

  it('[FLOOR25] shows a rating again where nobody or three changed theirs', () => {
    const round = roundOf({ method: 'rating', items: ['a'] });
    const people = [5, 4, 3, 2].map((mark) => voter({ a: mark }));
    const before = {
      round: { participants: 4, voters: { a: 4 }, second: null },
      counted: tally(round, people).counted,
    };
    const again = (...marks: number[]) =>
      tally(
        round,
        people.map((one, at) => ({ ...one, ballot: { a: [marks[at] ?? 0] } })),
        [before],
      ).results['a'];
    expect([again(5, 4, 3, 2), again(5, 4, 3, 1), again(5, 4, 1, 1), again(5, 1, 1, 1)]).toEqual([
      14, 0, 0, 8,
    ]);
  });

  it('shows nothing beside a count of which a ballot cannot be read any more', () => {
    const people = same(5);
    const before = {
      round: { participants: 6, voters: {}, second: null },
      counted: tally(roundOf(), people).counted,
    };
    expect(tally(roundOf(), people, [before]).withheld).toBe('changed');
  });
});

describe('dots for each person', () => {
  it('are suggested to be a fifth of the items, from 1 to 10', () => {
    expect([0, 1, 5, 6, 24, 25, 50, 171].map(suggestDots)).toEqual([1, 1, 1, 2, 5, 5, 10, 10]);
  });
});
