import { expect, it } from 'vitest';
import { commonShift } from './use-scroll-anchor.ts';

it.each([
  [[], 0],
  [[0, 0, 40], 0],
  [[0, 40.2, 40.2], 40.2],
  [[0, 0, 40, 40], 0],
  [[-600, 30, 30], 30],
])('of things that went down by %j, scrolled %d px', (shifts, scrolled) => {
  expect(commonShift(shifts)).toBe(scrolled);
});
