import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardFromFile } from '../create.ts';
import { boardFileSchema, type BoardFile, type BoardFileInput } from '../file/board-file.ts';
import { mergeFactors } from '../operations/factors/merge.ts';
import { readSnapshot, type BoardSnapshot } from '../snapshot.ts';
import { topOf, voteResult } from './vote-result.ts';
import { closedRounds, votesByRecord } from './vote-rounds.ts';

type Round = NonNullable<BoardFileInput['voteRounds']>[number];

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

function fileWith(...voteRounds: Round[]): BoardFile {
  return boardFileSchema.parse({
    schema: 'coherence-board/1',
    title: 'T',
    units: [
      { id: 'si', name: 'School Improvement' },
      { id: 'fp', name: 'Federal Programs' },
    ],
    factors: IDS.map((id, at) => ({ id, text: `Factor ${id}`, kind: 'factor', no: at + 1 })),
    strategies: [{ id: 's', text: 'One calendar' }],
    voteRounds,
  });
}

function boardWith(...voteRounds: Round[]): BoardSnapshot {
  return readSnapshot(boardFromFile(fileWith(...voteRounds)));
}

const DOTS: Round = {
  id: 'r1',
  text: 'What matters most',
  method: 'dots',
  budget: 5,
  participants: 8,
  invited: 9,
  closedAt: '2026-03-01T10:00:00Z',
  results: { a: 9, b: 4, c: 4, d: 2, e: 0, gone: 1 },
  voters: { a: 7, b: 3, c: 4, d: 1, e: 0, gone: 1 },
  byUnit: { a: { fp: 3, si: 4, others: 2 }, b: { si: 4 }, c: { fp: 1, others: 3 }, d: { others: 2 } },
  votersByUnit: { others: 3, fp: 3, si: 3 },
};

const resultOf = (board: BoardSnapshot, id = 'r1', before: string | null = null) => {
  const result = voteResult(board, id, before);
  if (result === null) throw new Error('no such round');
  return result;
};

describe('the result of a vote', () => {
  it('ranks with ties on one rank and keeps what nobody chose or a person removed', () => {
    const { items, turnout, invited } = resultOf(boardWith(DOTS));
    expect(items.map(({ id, rank, votes }) => [rank, id, votes])).toEqual([
      [1, 'a', 9],
      [2, 'b', 4],
      [2, 'c', 4],
      [4, 'd', 2],
      [5, 'gone', 1],
      [6, 'e', 0],
    ]);
    expect(items.find(({ id }) => id === 'gone')?.text).toBeNull();
    expect([turnout, invited]).toEqual([8, 9]);
  });

  it('[MERGE2] counts nobody twice in what was merged after the vote', () => {
    const merged = boardFromFile(fileWith(DOTS));
    const peopleFor = (id: string) => resultOf(readSnapshot(merged)).items.find((item) => item.id === id);
    expect(peopleFor('b')).toMatchObject({ votes: 4, voters: 3, atLeast: false });
    mergeFactors(merged, 'b', ['e']);
    expect(peopleFor('b')).toMatchObject({ votes: 4, voters: 3, atLeast: false });
    mergeFactors(merged, 'b', ['c', 'd']);
    expect(peopleFor('b')).toMatchObject({ votes: 10, voters: 4, atLeast: true });
    mergeFactors(merged, 'a', ['b']);
    expect(peopleFor('a')).toMatchObject({ votes: 19, voters: 7, atLeast: true });
    const everybody = boardFromFile(fileWith({ ...DOTS, participants: 7 }));
    mergeFactors(everybody, 'b', ['a']);
    const [first] = resultOf(readSnapshot(everybody)).items;
    expect(first).toMatchObject({ id: 'b', voters: 7, atLeast: false });
  });

  it('[MERGE2] has the mean of all ratings there are of what was merged', () => {
    const rated = { ...DOTS, method: 'rating', results: { a: 10, b: 3 }, voters: { a: 2, b: 1 } } as const;
    const merged = boardFromFile(fileWith(rated));
    mergeFactors(merged, 'a', ['b']);
    expect(resultOf(readSnapshot(merged)).items[0]).toMatchObject({
      means: [13 / 3],
      voters: 2,
      atLeast: true,
    });
  });

  it('says from which units dots came, and nothing where that is not known', () => {
    const { items, units } = resultOf(boardWith(DOTS));
    expect(units.map(({ id, voters }) => [id, voters])).toEqual([
      ['si', 3],
      ['fp', 3],
      ['others', 3],
    ]);
    expect(Object.fromEntries(items.map(({ id, share }) => [id, share]))).toEqual({
      a: 'all',
      b: 'one',
      c: 'split',
      d: null,
      e: null,
      gone: null,
    });
    const unknown = resultOf(boardWith({ ...DOTS, byUnit: {}, votersByUnit: {} }));
    expect(unknown.items.every(({ share }) => share === null)).toBe(true);
  });

  it('compares ranks with an earlier round and numbers rounds on one question', () => {
    const second: Round = {
      ...DOTS,
      id: 'r2',
      closedAt: '2026-03-01T11:00:00Z',
      results: { b: 8, a: 3, f: 1 },
    };
    const board = boardWith(second, DOTS);
    expect(closedRounds(board).map(({ id, number }) => [id, number])).toEqual([
      ['r1', 1],
      ['r2', 2],
    ]);
    const { items } = resultOf(board, 'r2', 'r1');
    expect(items.map(({ id, rank, rankBefore }) => [id, rank, rankBefore])).toEqual([
      ['b', 1, 2],
      ['a', 2, 1],
      ['f', 3, null],
    ]);
  });

  it('gives means of ratings on both questions, ranked by the first', () => {
    const rating: Round = {
      id: 'r1',
      text: 'Where to push',
      method: 'rating',
      questions: ['Impact', 'Effort'],
      results: { a: 9, b: 10, c: 0 },
      voters: { a: 2, b: 3, c: 0 },
      second: { results: { a: 4, b: 3, c: 0 }, voters: { a: 1, b: 3, c: 0 } },
    };
    const board = boardWith(rating);
    expect(resultOf(board).items.map(({ id, rank, means }) => [id, rank, means])).toEqual([
      ['a', 1, [4.5, 4]],
      ['b', 2, [10 / 3, 1]],
      ['c', 3, [null, null]],
    ]);
    expect(votesByRecord(board).size).toBe(0);
  });

  it('[BALLOT5] counts a recorded vote and names who said what', () => {
    const names = [
      { name: 'Ann', unit: 'si', choice: 'yes' as const },
      { name: 'Ben', unit: '', choice: 'abstain' as const },
    ];
    const { recorded, items } = resultOf(
      boardWith({ id: 'r1', text: 'M', method: 'recorded', recorded: names }),
    );
    expect(items).toEqual([]);
    expect(recorded?.totals).toEqual({ yes: 1, no: 0, abstain: 1 });
    expect(recorded?.names.map(({ unit }) => unit)).toEqual(['School Improvement', null]);
  });

  it('is null for a round that is not there', () => {
    expect(voteResult(boardWith(DOTS), 'r9')).toBeNull();
  });

  it('ranks any counts so that as many are ahead of each as its rank says', () => {
    const counts = fc.dictionary(fc.constantFrom(...IDS), fc.nat(4));
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 7 }), (results, count) => {
        const result = resultOf(boardWith({ ...DOTS, results }));
        for (const { votes, rank } of result.items) {
          expect(result.items.filter((other) => other.votes > votes)).toHaveLength(rank - 1);
        }
        const top = new Set(topOf(result, count).ids);
        const least = Math.min(...[...top].map((id) => results[id] ?? 0));
        for (const [id, votes] of Object.entries(results)) {
          expect(top.has(id)).toBe(votes > 0 && votes >= least);
        }
        expect(top.size).toBeGreaterThanOrEqual(
          Math.min(count, Object.values(results).filter((votes) => votes > 0).length),
        );
      }),
    );
  });

  it.each([
    ['one dot each on the same', { a: 8, b: 0 }, { a: 8, b: 0 }, true],
    ['as many as one item can get', { a: 16 }, { a: 8 }, true],
    ['more on one item than others gave', { a: 9 }, { a: 8 }, false],
    ['one who chose otherwise', { a: 7, b: 1 }, { a: 7, b: 1 }, false],
    ['nothing at all', { a: 0 }, { a: 0 }, false],
  ])(
    '[VOTE14] says that all chose the same only where the sums prove it: %s',
    (_name, results, voters, alike) => {
      const round = { ...DOTS, perItem: 2, results, voters, byUnit: {}, votersByUnit: {} };
      expect(resultOf(boardWith(round)).allAlike).toBe(alike);
      const rated = {
        ...round,
        method: 'rating' as const,
        results: { a: 40, b: 8 },
        voters: { a: 8, b: alike ? 8 : 0 },
      };
      expect(resultOf(boardWith(rated)).allAlike).toBe(alike);
    },
  );

  it('[FLOOR26] says why it is not shown, ranks nothing, and is compared with no other', () => {
    const withheld: Round = { id: 'r2', text: 'Again', withheld: 'few', items: ['a', 'b'], participants: 2 };
    const board = boardWith(DOTS, withheld);
    expect(resultOf(board, 'r2')).toMatchObject({ withheld: 'few', items: [], turnout: 2, allAlike: false });
    expect(topOf(resultOf(board, 'r2'), 3).ids).toEqual([]);
    expect(resultOf(board, 'r1', 'r2').before).toBeNull();
    expect(votesByRecord(board).get('a')).toBe(9);
  });
});

describe('the top of a result', () => {
  const result = resultOf(boardWith(DOTS));

  it('takes in all who share the last rank and says how many', () => {
    expect(topOf(result, 2)).toEqual({ ids: ['a', 'b', 'c'], tie: { rank: 2, sharing: 2 } });
    expect(topOf(result, 3)).toEqual({ ids: ['a', 'b', 'c'], tie: null });
  });

  it('leaves out what nobody chose or what is gone', () => {
    expect(topOf(result, 15)).toEqual({ ids: ['a', 'b', 'c', 'd'], tie: null });
    expect(topOf({ items: [] }, 15)).toEqual({ ids: [], tie: null });
  });
});

describe('votes on cards', () => {
  it('are those of the latest round of dots on their kind', () => {
    const onStrategies: Round = { id: 'r3', text: 'S', closedAt: '2026-03-02', results: { s: 3 } };
    const rating: Round = {
      id: 'r4',
      text: 'R',
      closedAt: '2026-03-03',
      method: 'rating',
      results: { a: 40 },
    };
    expect(Object.fromEntries(votesByRecord(boardWith(DOTS, onStrategies, rating)))).toEqual({
      a: 9,
      b: 4,
      c: 4,
      d: 2,
      s: 3,
    });
    const later: Round = { id: 'r5', text: 'F', closedAt: '2026-03-04', results: { b: 1 } };
    expect(Object.fromEntries(votesByRecord(boardWith(DOTS, later)))).toEqual({ b: 1 });
  });
});
