import { MAX_SESSIONS_PER_ROOM } from '../limits/room-limits.ts';
import type { Session } from './session.ts';

const leads = ({ identity }: Session): boolean => identity.role === 'facilitator';

/** Whether one more may enter: facilitators always may, and take no place. */
export function hasPlaceFor(session: Session, inside: ReadonlySet<Session>): boolean {
  if (leads(session) || inside.size < MAX_SESSIONS_PER_ROOM) return true;
  return [...inside].filter((one) => !leads(one)).length < MAX_SESSIONS_PER_ROOM;
}
