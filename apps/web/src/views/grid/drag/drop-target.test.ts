import { expect, test } from 'vitest';
import { dropAt, scrollSpeed, staysPut } from './drop-target.ts';

const boxes = [
  { id: 'a', top: 100, bottom: 160 },
  { id: 'b', top: 168, bottom: 208 },
  { id: 'c', top: 216, bottom: 300 },
];
const none = new Set<string>();

test('a drop goes before the first card whose middle lies below the pointer', () => {
  expect(dropAt(boxes, 90, none, 92)).toEqual({ before: 'a', line: 96 });
  expect(dropAt(boxes, 129, none, 92)).toMatchObject({ before: 'a' });
  expect(dropAt(boxes, 131, none, 92)).toEqual({ before: 'b', line: 164 });
  expect(dropAt(boxes, 999, none, 92)).toEqual({ before: null, line: 304 });
});

test('an empty cell shows the line at its top', () => {
  expect(dropAt([], 500, none, 92)).toEqual({ before: null, line: 96 });
});

test('dragged cards are not neighbours, and the line stays near the card above the gap they leave', () => {
  const drop = dropAt(boxes, 190, new Set(['b']), 92);
  expect(drop).toEqual({ before: 'c', line: 164 });
  expect(dropAt(boxes, 190, new Set(['a', 'b', 'c']), 92)).toEqual({ before: null, line: 96 });
});

test('a drop that changes nothing is seen as such', () => {
  const order = ['a', 'b', 'c'];
  expect(staysPut(order, ['b'], 'c')).toBe(true);
  expect(staysPut(order, ['b'], null)).toBe(false);
  expect(staysPut(order, ['b', 'c'], null)).toBe(true);
  expect(staysPut(order, ['a', 'c'], null)).toBe(false);
  expect(staysPut(order, ['x'], null)).toBe(false);
});

test('scrolling starts near the edges, grows towards them and has a top speed', () => {
  expect(scrollSpeed(400, 100, 800)).toBe(0);
  expect(scrollSpeed(140, 100, 800)).toBeLessThan(0);
  expect(scrollSpeed(110, 100, 800)).toBeLessThan(scrollSpeed(140, 100, 800));
  expect(scrollSpeed(790, 100, 800)).toBeGreaterThan(0);
  expect(scrollSpeed(5000, 100, 800)).toBe(1100);
  expect(scrollSpeed(5, 10, 10)).toBe(0);
});
