import { expect, it } from 'vitest';
import { MAX_SEATS_PER_ROOM, tickMs } from './room-limits.ts';

/**
 * What people wait at most for an edit of another person to show on a quiet server, and what a commit may take of it.
 */
const DELAY_GOAL_MS = 60;
const COMMIT_MS = 10;

it('the fuller a room, the slower it ticks, and never so slowly that people notice', () => {
  const paces = Array.from({ length: MAX_SEATS_PER_ROOM }, (_, at) => tickMs(at + 1));
  expect(paces).toEqual(paces.toSorted((a, b) => a - b));
  expect([paces[11], paces[44], paces[199]]).toEqual([16, 33, 50]);
  expect(Math.max(...paces)).toBeLessThanOrEqual(DELAY_GOAL_MS - COMMIT_MS);
});
