import type { Role } from '@coherence/protocol';
import { expect, it } from 'vitest';
import { ManualClock } from '../../time/manual-clock.ts';
import { MAX_SEATS_PER_ROOM } from '../limits/room-limits.ts';
import { FakePeer } from '../testing/room-harness.ts';
import { hasSeatFor } from './free-seat.ts';
import { Seat } from './seat.ts';

it('[JOIN3] [SHARE2] a full room has no place but for facilitators, who take none of the others', () => {
  const clock = new ManualClock();
  const seat = (participant: string, role: Role) =>
    new Seat(new FakePeer(), { participant, name: '', unit: '', role }, clock);
  const facilitators = Array.from({ length: 20 }, (_, index) => seat(`f${index}`, 'facilitator'));
  const others = Array.from({ length: MAX_SEATS_PER_ROOM }, (_, index) => seat(`p${index}`, 'participant'));
  const oneLess = new Set([...facilitators, ...others.slice(1)]);
  expect(hasSeatFor(seat('late', 'observer'), oneLess)).toBe(true);
  const full = new Set([...facilitators, ...others]);
  expect(hasSeatFor(seat('late', 'observer'), full)).toBe(false);
  expect(hasSeatFor(seat('late', 'facilitator'), full)).toBe(true);
});
