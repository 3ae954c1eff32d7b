import type { Row } from './coherence-grid.ts';

/**
 * What makes a record one kind of node. In `factors` it is the value of `kind` and, where `row` is given, the row of the
 * cell, null being a factor without a row; a kind without `row` keeps its cell, unseen. Every record of `strategies` is
 * a node of the one kind that stands there.
 */
type Made =
  | { readonly root: 'factors'; readonly factor: string; readonly row?: Row | null }
  | { readonly root: 'strategies' };

/** The kinds of nodes a map has, in the order of its legend. The only list of them: every other follows from it. */
export const NODE_KIND = {
  interfering: { root: 'factors', factor: 'factor', row: 'interfering' },
  integrative: { root: 'factors', factor: 'factor', row: 'integrative' },
  outcome: { root: 'factors', factor: 'outcome' },
  strategy: { root: 'strategies' },
  issue: { root: 'factors', factor: 'factor', row: null },
} as const satisfies Readonly<Record<string, Made>>;

type Kinds = typeof NODE_KIND;
export type NodeKind = keyof Kinds;
/** The lists of records that hold nodes. */
export type NodeRoot = Kinds[NodeKind]['root'];
/** The kinds a factor can become. A strategy stays one: it is a record of its own on map and plan. */
export type FactorNodeKind = {
  [Kind in NodeKind]: Kinds[Kind] extends { readonly root: 'factors' } ? Kind : never;
}[NodeKind];
/** What `kind` of a factor can say. */
export type FactorKind = Kinds[FactorNodeKind]['factor'];

export const NODE_KINDS = Object.keys(NODE_KIND) as readonly NodeKind[];
export const NODE_ROOTS: readonly NodeRoot[] = [...new Set(NODE_KINDS.map((kind) => NODE_KIND[kind].root))];
export const FACTOR_NODE_KINDS = NODE_KINDS.filter(
  (kind): kind is FactorNodeKind => NODE_KIND[kind].root === 'factors',
);
export const FACTOR_KINDS: readonly FactorKind[] = [
  ...new Set(FACTOR_NODE_KINDS.map((kind) => NODE_KIND[kind].factor)),
];

/** The row that makes a factor this kind; null: to have none. Undefined where the row does not matter. */
export function rowOf(kind: FactorNodeKind): Row | null | undefined {
  const made: Made = NODE_KIND[kind];
  return made.root === 'factors' ? made.row : undefined;
}

type Kinded = {
  readonly kind: FactorKind;
  readonly cell: readonly [Row | null, ...unknown[]] | null;
};

/** A factor shows as its row; an outcome as an outcome; without a row it is a plain issue. */
export function kindOf({ kind, cell }: Kinded): FactorNodeKind {
  const row = cell?.[0] ?? null;
  const found = FACTOR_NODE_KINDS.find((known) => {
    const wanted = rowOf(known);
    return NODE_KIND[known].factor === kind && (wanted === undefined || wanted === row);
  });
  return found ?? 'issue';
}

/** Whether a factor has its place in the coherence grid, or is yet to get one there. */
export function isForGrid(factor: Kinded): boolean {
  return rowOf(kindOf(factor)) !== undefined;
}
