import type { Phase } from '@coherence/board';

/** How the room is led from note to note. */
export function WalkControl({ phase }: { phase: Phase }) {
  return phase.id === '' ? <p /> : null;
}
