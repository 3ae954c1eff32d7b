import {
  moveFactors,
  setFactorTraits,
  unplaceFactors,
  type Factor,
  type NodeKind,
  type Result,
} from '@coherence/board';

/** Kinds a factor can be; a strategy is a record of its own. */
export const FACTOR_NODE_KINDS = [
  'interfering',
  'integrative',
  'outcome',
  'issue',
] as const satisfies NodeKind[];
export type FactorNodeKind = (typeof FACTOR_NODE_KINDS)[number];

type Doc = Parameters<typeof moveFactors>[0];

/**
 * Makes a factor interfering, integrative, an outcome or a plain issue. It keeps its column in the grid where it has
 * one; an issue has no row, so it goes back to "Not placed yet"; an outcome keeps its cell for the day it returns.
 */
export function changeKind(
  doc: Doc,
  factor: Pick<Factor, 'id' | 'cell'>,
  kind: FactorNodeKind,
): Result<void> {
  const { id, cell } = factor;
  const set = setFactorTraits(doc, id, { kind: kind === 'outcome' ? 'outcome' : 'factor' });
  if (!set.ok || kind === 'outcome') return set;
  if (kind === 'issue') {
    unplaceFactors(doc, [id]);
    return set;
  }
  if (cell?.[0] === kind) return set;
  return moveFactors(doc, { ids: [id], row: kind, column: cell?.[1] ?? null });
}
