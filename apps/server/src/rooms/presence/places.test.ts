import type { Role } from '@coherence/protocol';
import { expect, it } from 'vitest';
import { ManualClock } from '../../pace/manual-clock.ts';
import { MAX_SESSIONS_PER_ROOM } from '../limits/room-limits.ts';
import { FakePeer } from '../testing/room-harness.ts';
import { hasPlaceFor } from './places.ts';
import { Session } from './session.ts';

it('[JOIN3] [SHARE2] a full room has no place but for facilitators, who take none of the others', () => {
  const clock = new ManualClock();
  const session = (participant: string, role: Role) =>
    new Session(new FakePeer(), { participant, name: '', unit: '', role }, clock);
  const facilitators = Array.from({ length: 20 }, (_, index) => session(`f${index}`, 'facilitator'));
  const others = Array.from({ length: MAX_SESSIONS_PER_ROOM }, (_, index) =>
    session(`p${index}`, 'participant'),
  );
  const oneLess = new Set([...facilitators, ...others.slice(1)]);
  expect(hasPlaceFor(session('late', 'observer'), oneLess)).toBe(true);
  const full = new Set([...facilitators, ...others]);
  expect(hasPlaceFor(session('late', 'observer'), full)).toBe(false);
  expect(hasPlaceFor(session('late', 'facilitator'), full)).toBe(true);
});
