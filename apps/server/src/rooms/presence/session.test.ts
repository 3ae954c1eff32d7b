import { expect, it } from 'vitest';
import { ManualClock } from '../../pace/manual-clock.ts';
import { FakePeer } from '../testing/room-harness.ts';
import { Session } from './session.ts';

const open = () => {
  const identity = { participant: 'p', name: 'Dana', unit: '', role: 'participant' } as const;
  return new Session(new FakePeer(), identity, new ManualClock());
};

it('a session that has not been sent the document does not lag behind it', () => {
  const session = open();
  session.lag(0, 1);
  expect(session.state).toEqual({ is: 'greeting' });
  session.join();
  session.lag(0, 1);
  expect(session.state).toEqual({ is: 'lagging', from: null, progressAt: 0, buffered: 1 });
  session.join();
  expect(session.state).toEqual({ is: 'joined' });
});

it('a closed session stays closed, whatever still wanted to be sent', () => {
  const session = open();
  session.join();
  session.close('restart');
  session.join();
  session.lag(0, 1);
  expect(session.state).toEqual({ is: 'closed' });
});
