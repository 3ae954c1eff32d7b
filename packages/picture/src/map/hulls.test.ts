import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, boxesTouch } from '../geometry/box.ts';
import { groupHull, hullNameBoxes } from './hulls.ts';

const a: Box = { x: 0, y: 0, w: 200, h: 80 };
const b: Box = { x: 300, y: 200, w: 200, h: 80 };
const between: Box = { x: 320, y: 0, w: 150, h: 60 };

test('a group is a rounded rectangle around its cards with room for its name', () => {
  const hull = groupHull('District coherence', [a, b], []);
  expect(hull?.bounds).toEqual({ x: -22, y: -42, w: 544, h: 344 });
  expect(hull?.parts).toHaveLength(1);
  const [name] = hull ? hullNameBoxes(hull) : [];
  expect(name && name.y + name.h).toBeLessThanOrEqual(0);
});

test('where that would take in another card it has parts, the one with most cards first', () => {
  const c: Box = { x: 300, y: 320, w: 200, h: 80 };
  const hull = groupHull('District coherence', [a, b, c], [between]);
  expect(hull?.parts).toEqual([
    { x: 278, y: 158, w: 244, h: 264 },
    { x: -22, y: -42, w: 244, h: 144 },
  ]);
  expect(hull?.d.match(/M/g)).toHaveLength(2);
});

test('holds every card of its own, and a card of others only where a single card stands that near', () => {
  const coordinate = fc.integer({ min: 0, max: 1200 });
  const cards = fc.array(
    fc.record({ x: coordinate, y: coordinate, w: fc.constant(120), h: fc.constant(60) }),
    { minLength: 1, maxLength: 9 },
  );
  fc.assert(
    fc.property(cards, cards, (members, others) => {
      const parts = groupHull('g', members, others)?.parts ?? [];
      for (const card of members)
        expect(
          parts.some(
            (part) =>
              part.x <= card.x &&
              part.y <= card.y &&
              part.x + part.w >= card.x + 120 &&
              part.y + part.h >= card.y + 60,
          ),
        ).toBe(true);
      for (const part of parts.filter(({ w, h }) => w > 164 || h > 124)) {
        expect(others.some((other) => boxesTouch(part, other))).toBe(false);
      }
    }),
  );
});

test('a group without cards has no outline', () => {
  expect(groupHull('Empty', [], [a])).toBeNull();
});
