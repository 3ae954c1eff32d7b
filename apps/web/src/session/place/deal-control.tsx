import type { Phase } from '@coherence/board';

/** Who works with whom on what. */
export function DealControl({ phase }: { phase: Phase }) {
  return phase.id === '' ? <p /> : null;
}
