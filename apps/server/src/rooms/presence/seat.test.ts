import { expect, it } from 'vitest';
import { ManualClock } from '../../time/manual-clock.ts';
import { FakePeer } from '../testing/room-harness.ts';
import { Seat } from './seat.ts';

const open = () => {
  const person = { participant: 'p', name: 'Dana', unit: '', role: 'participant' } as const;
  return new Seat(new FakePeer(), person, new ManualClock());
};

it('a seat that has not been sent the document does not lag behind it', () => {
  const seat = open();
  seat.lag(0, 1);
  expect(seat.state).toEqual({ is: 'greeting' });
  seat.join();
  seat.lag(0, 1);
  expect(seat.state).toEqual({ is: 'lagging', from: null, progressAt: 0, buffered: 1 });
  seat.join();
  expect(seat.state).toEqual({ is: 'joined' });
});

it('a closed seat stays closed, whatever still wanted to be sent', () => {
  const seat = open();
  seat.join();
  seat.close('restart');
  seat.join();
  seat.lag(0, 1);
  expect(seat.state).toEqual({ is: 'closed' });
});
