import { boardFileSchema, boardFromFile, readSnapshot } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { chosenStill, matching, offMapCards } from './off-map-list.ts';

const board = (factors: readonly object[], more: object) =>
  boardFromFile(boardFileSchema.parse({ schema: 'coherence-board/1', factors, ...more }));

describe('the list of what is not on the map', () => {
  const cards = offMapCards(
    readSnapshot(
      board(
        [
          { id: 'a', text: 'Teacher turnover', kind: 'factor' },
          { id: 'b', text: 'Turnover of principals', kind: 'factor', cell: ['interfering', null, 'a0'] },
          { id: 'c', text: 'Trust', kind: 'factor', pos: [0, 0, 206] },
        ],
        { strategies: [{ id: 's', text: 'Exit interviews' }] },
      ),
    ),
  );

  it('holds factors and strategies without a place, each of its kind', () => {
    expect(cards.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'issue'],
      ['b', 'interfering'],
      ['s', 'strategy'],
    ]);
  });

  it('finds all words in any order and case', () => {
    expect(matching(cards, 'TURNOVER teach').map(({ id }) => id)).toEqual(['a']);
    expect(matching(cards, 'turnover').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(matching(cards, ' ')).toHaveLength(3);
  });

  it('forgets ticks on factors that others have put on the map', () => {
    expect(chosenStill(cards.slice(1), new Set(['a', 's']))).toEqual(['s']);
  });
});
