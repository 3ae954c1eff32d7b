import type { Phase } from '@coherence/board';

/** How a vote is run. */
export function VoteControl({ phase }: { phase: Phase }) {
  return phase.id === '' ? <p /> : null;
}
