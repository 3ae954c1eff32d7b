import { currentPhase, type Phase } from '@coherence/board';
import { useSession } from './use-session.ts';

/** The phase the room is in; null when no agenda runs. */
export function usePhase(): Phase | null {
  return currentPhase(useSession());
}
