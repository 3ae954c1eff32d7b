import type { NodeKind } from '@coherence/board';

/** Every kind of card, in the order of the legend. */
export const NODE_KINDS = [
  'interfering',
  'integrative',
  'outcome',
  'strategy',
  'issue',
] as const satisfies readonly NodeKind[];
