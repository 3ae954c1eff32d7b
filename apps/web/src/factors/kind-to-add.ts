import { phaseFacts, type NodeKind, type Phase } from '@coherence/board';

/** What people add to the map in a phase unless they say otherwise; null: as the view has it. */
export function kindToAdd(phase: Pick<Phase, 'kind'> | null): NodeKind | null {
  return phase !== null && phaseFacts(phase.kind).work === 'propose' ? 'strategy' : null;
}
