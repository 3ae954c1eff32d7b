import {
  moveFactors,
  ok,
  readSnapshot,
  setFactorTraits,
  unplaceFactors,
  type NodeKind,
  type Result,
} from '@coherence/board';
import type { LiveBoard } from '../../live/open-board.ts';

/** The kinds a factor can become. A strategy stays one: it is a record of its own on map and plan. */
export const FACTOR_NODE_KINDS = [
  'interfering',
  'integrative',
  'outcome',
  'issue',
] as const satisfies readonly NodeKind[];
export type FactorNodeKind = (typeof FACTOR_NODE_KINDS)[number];

/**
 * Makes a factor another kind. Interfering and integrative are rows of the grid: its column stays when it changes
 * rows. As a plain issue it goes back to "Not placed yet".
 */
export function changeKind(doc: LiveBoard['doc'], id: string, kind: FactorNodeKind): Result<void> {
  const factor = readSnapshot(doc).factors.find((known) => known.id === id);
  const traits = setFactorTraits(doc, id, { kind: kind === 'outcome' ? 'outcome' : 'factor' });
  if (!traits.ok || kind === 'outcome') return traits;
  if (kind === 'interfering' || kind === 'integrative') {
    return moveFactors(doc, { ids: [id], row: kind, column: factor?.cell?.[1] ?? null });
  }
  unplaceFactors(doc, [id]);
  return ok(undefined);
}
