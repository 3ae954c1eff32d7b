import { expect, it } from 'vitest';
import { ManualClock } from '../../time/manual-clock.ts';
import { tickMs } from '../limits/room-limits.ts';
import { TickPace } from './tick-pace.ts';

const SESSIONS = 3;
const EVERY_MS = tickMs(SESSIONS);

function paced() {
  const clock = new ManualClock();
  const pace = new TickPace(clock);
  const ticks: number[] = [];
  const push = (since = clock.now()) =>
    pace.schedule(since, SESSIONS, () => {
      pace.ticks();
      ticks.push(clock.now());
    });
  return { clock, push, ticks };
}

it('ticks at once after a pause, and once for all that came before it', async () => {
  const { clock, push, ticks } = paced();
  push();
  push();
  await clock.advance(0);
  expect(ticks).toEqual([0]);
  await clock.advance(EVERY_MS);
  push();
  await clock.advance(0);
  expect(ticks).toEqual([0, EVERY_MS]);
});

it('in a stream lets the first that waits wait as long as any person may, and nobody longer', async () => {
  const { clock, push, ticks } = paced();
  push();
  await clock.advance(1);
  push();
  await clock.advance(1);
  push();
  await clock.advance(EVERY_MS);
  expect(ticks).toEqual([0, 1 + EVERY_MS]);
});

it('ticks at once for what has waited too long already, as while the disk was busy', async () => {
  const { clock, push, ticks } = paced();
  push();
  await clock.advance(1);
  const since = clock.now();
  await clock.advance(3 * EVERY_MS);
  push(since);
  await clock.advance(0);
  expect(ticks).toEqual([0, 1 + 3 * EVERY_MS]);
});
