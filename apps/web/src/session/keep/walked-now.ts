import { currentPhase, type Session } from '@coherence/board';
import { PLACE_OF } from '../room/phase-place.ts';

/** The note that is being read aloud; null in every phase in which none is, whatever was read last. */
export function walkedNow(session: Session): string | null {
  const phase = currentPhase(session);
  const place = phase === null ? null : PLACE_OF[phase.kind];
  return place !== null && 'screen' in place && place.screen === 'walk'
    ? (session.walk?.factor ?? null)
    : null;
}
