import type { Message, Role } from '@coherence/protocol';
import type { Clock } from '../../time/clock.ts';
import type { Receiver } from '../connection.ts';
import { Crowd } from '../shares/crowd.ts';

/** A receiver as the board has them, for the only connection of one person; for tests. */
export function receiverFor(
  clock: Clock,
  message: (message: Message) => void = () => {},
  role: () => Role = () => 'participant',
): Receiver & { readonly drops: { whole: boolean; refused: boolean }[] } {
  const place = new Crowd(clock).enter({
    address: 'a',
    board: 'b',
    isPrivate: false,
    person: 'b/p',
    role,
    heardAt: () => clock.now(),
    giveWay: () => {},
  });
  if (typeof place === 'string') throw new Error('no place for the only one');
  const drops: { whole: boolean; refused: boolean }[] = [];
  return {
    shares: place.shares,
    message,
    dropped: (whole, refused) => void drops.push({ whole, refused }),
    drops,
  };
}
