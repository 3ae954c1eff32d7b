import type { Factor } from '../schema/factor.ts';
import type { Pos } from '../schema/fields.ts';
import { kindOf, type NodeKind, type NodeRoot } from '../schema/node-kind.ts';
import type { Strategy } from '../schema/plan.ts';

/** What can stand on the map, whether or not it has a place there. */
export type BoardNode = {
  readonly id: string;
  readonly root: NodeRoot;
  /** What the map shows: the short map name, or the words themselves. */
  readonly label: string;
  readonly text: string;
  readonly kind: NodeKind;
  readonly no: number | null;
  readonly pos: Pos | null;
  readonly group: string | null;
};

type Listed = {
  readonly factors: readonly Omit<Factor, 'placings'>[];
  readonly strategies: readonly Strategy[];
};

/** Every node of a board or of a board file, list by list. */
export function nodesOf({ factors, strategies }: Pick<Listed, NodeRoot>): readonly BoardNode[] {
  return [
    ...factors.map((factor): BoardNode => {
      const { id, text, mapName, no, pos, group } = factor;
      return { id, root: 'factors', label: mapName ?? text, text, kind: kindOf(factor), no, pos, group };
    }),
    ...strategies.map(({ id, text, pos, group }): BoardNode => {
      return { id, root: 'strategies', label: text, text, kind: 'strategy', no: null, pos, group };
    }),
  ];
}
