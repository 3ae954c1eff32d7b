import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPages } from './fill-pages.ts';

describe('cards on pages', () => {
  it('go down a column, then to the next, then to the next page', () => {
    expect(fillPages([40, 40, 40, 40, 40], { height: 100, gap: 10, columns: 2 })).toEqual([
      [
        [0, 1],
        [2, 3],
      ],
      [[4], []],
    ]);
    expect(fillPages([], { height: 100, gap: 10, columns: 2 })).toEqual([[[], []]]);
  });

  it('are all there, in order, and no column is fuller than the room unless one card alone is', () => {
    const heights = array(integer({ min: 10, max: 260 }), { maxLength: 60 });
    assert(
      property(heights, integer({ min: 1, max: 4 }), (cards, columns) => {
        const pages = fillPages(cards, { height: 200, gap: 12, columns });
        expect(pages.flat(2)).toEqual(cards.map((_, index) => index));
        for (const column of pages.flat()) {
          const high = column.reduce((sum, index) => sum + (cards[index] ?? 0) + 12, -12);
          expect(column.length <= 1 || high <= 200).toBe(true);
        }
      }),
    );
  });
});
