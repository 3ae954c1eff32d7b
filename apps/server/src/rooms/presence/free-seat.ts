import { MAX_SEATS_PER_ROOM } from '../limits/room-limits.ts';
import type { Seat } from './seat.ts';

const leads = ({ person }: Seat): boolean => person.role === 'facilitator';

/** Whether one more may enter: facilitators always may, and take no place. */
export function hasSeatFor(seat: Seat, inside: ReadonlySet<Seat>): boolean {
  if (leads(seat) || inside.size < MAX_SEATS_PER_ROOM) return true;
  return [...inside].filter((one) => !leads(one)).length < MAX_SEATS_PER_ROOM;
}
