import { columnsNow, type Column } from '@coherence/board';
import { useLive } from '../../../live/live-context.tsx';
import { useSession } from '../../../live/document/use-session.ts';

/** The columns of the room one works in, while the phase is dealt by column; none otherwise. */
export function useOwnColumns(): readonly Column[] {
  const { me } = useLive();
  return columnsNow(useSession(), me.participantId);
}
