import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapParts, type CardBox } from './map-parts.ts';

const card = (id: string, x: number, y: number): CardBox => ({ id, x, y, w: 200, h: 100 });
const room = { w: 900, h: 600 };

describe('the map on the wall', () => {
  it('is shown whole where its words can be read', () => {
    const parts = mapParts([card('a', 0, 0), card('b', 400, 200)], [], room);
    expect(parts).toEqual([{ name: null, bounds: { x: -24, y: -24, w: 648, h: 348 }, cards: ['a', 'b'] }]);
    expect(mapParts([], [], room)).toEqual([]);
  });

  it('is shown by group where they cannot, the rest after them', () => {
    const cards = [card('a', 0, 0), card('b', 300, 0), card('c', 3000, 0)];
    const parts = mapParts(cards, [{ name: 'Time', members: ['a', 'b'] }], room);
    expect(parts.map(({ name }) => name)).toEqual(['Time', null]);
  });

  it('leaves no card out and makes no part that is too large to read unless one card alone is', () => {
    const boxes = fc.array(
      fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -3000, max: 3000 }) }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(boxes, (places) => {
        const cards = places.map(({ x, y }, index) => card(String(index), x, y));
        const members = cards.filter((_, index) => index % 3 === 0).map(({ id }) => id);
        const parts = mapParts(cards, [{ name: 'G', members }], room);
        for (const one of cards) {
          const isIn = parts.some(
            ({ bounds }) =>
              one.x >= bounds.x &&
              one.y >= bounds.y &&
              one.x + one.w <= bounds.x + bounds.w &&
              one.y + one.h <= bounds.y + bounds.h,
          );
          expect(isIn).toBe(true);
        }
        expect(parts.flatMap((part) => part.cards).toSorted()).toEqual(cards.map(({ id }) => id).toSorted());
        for (const { bounds } of parts) {
          expect(bounds.w <= room.w && bounds.h <= room.h).toBe(true);
        }
      }),
    );
  });
});
