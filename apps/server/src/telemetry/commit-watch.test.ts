import { expect, it } from 'vitest';
import { silentEvents } from '../rooms/tick/room-events.ts';
import { watchCommits } from './commit-watch.ts';

it('[SAVE2] commits fail until one is through, or for a while after the last try', () => {
  let now = 0;
  const { events, failLately } = watchCommits(silentEvents, () => now);
  expect(failLately()).toBe(false);
  events.commitFailed('b1', 'database or disk is full');
  now = 9_000;
  expect(failLately()).toBe(true);
  now = 11_000;
  expect(failLately()).toBe(false);
  events.commitFailed('b1', 'database or disk is full');
  events.committed(1);
  expect(failLately()).toBe(false);
});
