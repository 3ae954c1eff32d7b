import { expect, test } from 'vitest';
import { tintOf } from './heat-tint.ts';

test('0 has none, the highest number all, also where that is 1', () => {
  expect([0, 1, 2, 4, 5, 6].map((count) => tintOf(count, 6))).toEqual([
    'none',
    'some',
    'some',
    'more',
    'most',
    'most',
  ]);
  expect([tintOf(1, 1), tintOf(0, 0)]).toEqual(['most', 'none']);
});
