import type { SessionDeal } from '@coherence/board';
import { teamOf } from '@coherence/board';
import { useEffect } from 'react';
import { joinTeam } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';

/** A participant who came after the deal asks for a team, once for each deal. `deal`: that of the phase; null for none. */
export function useJoinTeam(deal: SessionDeal | null): void {
  const { id, me, role } = useLive();
  const isLate = deal !== null && role === 'participant' && teamOf(deal, me.participantId) === null;
  useEffect(() => {
    if (isLate) void joinTeam(id, me.token);
  }, [isLate, id, me.token]);
}
