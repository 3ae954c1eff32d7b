import type * as Y from 'yjs';
import { cellIn, presentRecord, takeOut } from '../../doc.ts';
import { ok, type Result } from '../../result.ts';
import { COLUMNS } from '../../schema/coherence-grid.ts';
import type { Pos } from '../../schema/fields.ts';
import {
  NODE_KIND,
  NODE_ROOTS,
  rowOf,
  type FactorNodeKind,
  type NodeKind,
  type NodeRoot,
} from '../../schema/node-kind.ts';
import type { Actor } from '../actor.ts';
import { addFactors, moveFactors, setFactorTraits, unplaceFactors } from '../factors/factor.ts';
import { addStrategy } from '../strategy.ts';

type NewNode = { readonly kind: NodeKind; readonly text: string; readonly pos?: Pos | null };

/** Adds a record that shows as a node of this kind, on the map where `pos` is given. Gives back its id. */
export function addNode(doc: Y.Doc, { kind, text, pos = null }: NewNode, actor: Actor): Result<string> {
  const added = addNodes(doc, { kind, texts: [text], pos: pos === null ? null : [pos] }, actor);
  return added.ok ? ok(added.value[0] ?? '') : added;
}

type NewNodes = { readonly kind: NodeKind; readonly texts: readonly string[]; readonly pos?: Pos[] | null };

/** `addNode` for each text of a list, numbered in its order. Gives back their ids. */
export function addNodes(
  doc: Y.Doc,
  { kind, texts, pos = null }: NewNodes,
  actor: Actor,
): Result<readonly string[]> {
  const made = NODE_KIND[kind];
  if (made.root === 'strategies') return addStrategies(doc, texts, pos);
  const row = 'row' in made ? made.row : null;
  const cell = row === null ? null : { row, column: null };
  return addFactors(doc, { texts: [...texts], kind: made.factor, cell, pos }, actor);
}

function addStrategies(doc: Y.Doc, texts: readonly string[], pos: Pos[] | null): Result<readonly string[]> {
  const ids: string[] = [];
  for (const [at, text] of texts.entries()) {
    const added = addStrategy(doc, { text, pos: pos?.[at] ?? null });
    if (!added.ok) return added;
    ids.push(added.value);
  }
  return ok(ids);
}

/** Takes nodes off the board, map and all. Undo brings them back with all their words. */
export function removeNodes(
  doc: Y.Doc,
  nodes: readonly { readonly id: string; readonly root: NodeRoot }[],
): void {
  for (const root of NODE_ROOTS) {
    const ids = nodes.filter((node) => node.root === root).map(({ id }) => id);
    if (ids.length > 0) takeOut(doc, root, ids);
  }
}

/**
 * Makes a factor another kind of node. Where that is a row of the grid, its column stays. Where it is to have no row, it
 * goes back to "Not placed yet"; where the row does not matter it keeps its cell for the day it returns.
 */
export function setNodeKind(doc: Y.Doc, id: string, kind: FactorNodeKind): Result<void> {
  const traits = setFactorTraits(doc, id, { kind: NODE_KIND[kind].factor });
  const wanted = rowOf(kind);
  if (!traits.ok || wanted === undefined) return traits;
  if (wanted === null) {
    unplaceFactors(doc, [id]);
    return ok(undefined);
  }
  const [row, column] = cellIn(presentRecord(doc, 'factors', id)) ?? [];
  return row === wanted
    ? ok(undefined)
    : moveFactors(doc, { ids: [id], row: wanted, column: COLUMNS.find((one) => one === column) ?? null });
}
