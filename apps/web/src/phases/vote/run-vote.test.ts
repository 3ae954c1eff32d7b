import { boardFileSchema, boardFromFile, readSnapshot, voteResult } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { topOnMap } from './run-vote.ts';

const SNAPSHOT = readSnapshot(
  boardFromFile(
    boardFileSchema.parse({
      schema: 'coherence-board/1',
      title: 'T',
      factors: [
        { id: 'a', text: 'A', kind: 'factor', group: 'g' },
        { id: 'b', text: 'B', kind: 'factor' },
        { id: 'c', text: 'C', kind: 'factor', group: 'g' },
      ],
      groups: [{ id: 'g', text: 'G' }],
      voteRounds: [
        { id: 'r', text: 'First?', results: { a: 1, b: 3, c: 1 } },
        { id: 'q', text: 'Which?', results: { g: 4 } },
      ],
    }),
  ),
);
const resultOf = (id: string) => {
  const result = voteResult(SNAPSHOT, id);
  if (result === null) throw new Error('no such round');
  return result;
};

describe('the top on the map', () => {
  it('takes in who share the last rank', () => {
    expect(topOnMap(SNAPSHOT, resultOf('r'), 2)).toEqual({
      ids: ['b', 'a', 'c'],
      records: ['b', 'a', 'c'],
      tie: { rank: 2, sharing: 2 },
    });
  });

  it('is the group itself until a factor says its name', () => {
    expect(topOnMap(SNAPSHOT, resultOf('q'), 15).records).toEqual(['g']);
    const factors = SNAPSHOT.factors.map((one) => (one.id === 'c' ? { ...one, text: ' g' } : one));
    expect(topOnMap({ ...SNAPSHOT, factors }, resultOf('q'), 15).records).toEqual(['c']);
  });
});
