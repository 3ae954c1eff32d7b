import { currentPhase, phaseFacts, type Session } from '@coherence/board';

/** The note that is being read aloud; null in every phase in which none is, whatever was read last. */
export function walkedNow(session: Session): string | null {
  const phase = currentPhase(session);
  return phase !== null && phaseFacts(phase.kind).work === 'read-notes'
    ? (session.walk?.factor ?? null)
    : null;
}
