import type * as Y from 'yjs';
import { presentRecord } from '../../doc.ts';
import { ok, type Result } from '../../result.ts';
import { ROWS, type Row } from '../../schema/coherence-grid.ts';
import type { NodeKind } from '../../projections/map.ts';
import { moveFactors, setFactorTraits, unplaceFactors } from '../factors/factor.ts';

/** The kinds a factor can become. A strategy stays one: it is a record of its own on map and plan. */
export const FACTOR_NODE_KINDS = [
  'interfering',
  'integrative',
  'outcome',
  'issue',
] as const satisfies readonly NodeKind[];
export type FactorNodeKind = (typeof FACTOR_NODE_KINDS)[number];

/**
 * Makes a factor interfering, integrative, an outcome or a plain issue. The first two are rows of the grid: its column
 * stays when it changes rows. A plain issue has no row, so it goes back to "Not placed yet"; an outcome keeps its cell
 * for the day it returns.
 */
export function setNodeKind(doc: Y.Doc, id: string, kind: FactorNodeKind): Result<void> {
  const traits = setFactorTraits(doc, id, { kind: kind === 'outcome' ? 'outcome' : 'factor' });
  if (!traits.ok || kind === 'outcome') return traits;
  if (kind === 'issue') {
    unplaceFactors(doc, [id]);
    return ok(undefined);
  }
  const [row, column] = cellOf(doc, id);
  return row === kind ? ok(undefined) : moveFactors(doc, { ids: [id], row: kind, column });
}

function cellOf(doc: Y.Doc, id: string): [Row | null, Parameters<typeof moveFactors>[1]['column']] {
  const cell = presentRecord(doc, 'factors', id)?.get('cell');
  if (!Array.isArray(cell)) return [null, null];
  return [ROWS.find((row) => row === cell[0]) ?? null, cell[1]];
}
