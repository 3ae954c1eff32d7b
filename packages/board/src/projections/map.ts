import type { Drawing } from '../schema/drawing.ts';
import type { Factor } from '../schema/factor.ts';
import type { Polarity, Pos, Strength } from '../schema/fields.ts';
import type { Influence } from '../schema/influence.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import { nodesOf, type BoardNode } from './nodes.ts';
import { saysSame, unitsOf } from './record-facts.ts';
import { combinePolarity } from './voices.ts';
import { votesByRecord } from './vote-rounds.ts';

export type MapNode = BoardNode & {
  readonly pos: Pos;
  readonly units: readonly string[];
  readonly votes: number | null;
};

/** One arrow of the map: every record from the same node to the same node, folded. */
export type MapLink = {
  /** `from>to`, so that an arrow keeps its identity while sources come and go. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `mixed`: seen both ways. */
  readonly polarity: Polarity | 'mixed';
  readonly strength: Strength;
  readonly delay: boolean;
  readonly records: readonly Influence[];
};

export type BoardMap = {
  readonly nodes: readonly MapNode[];
  readonly links: readonly MapLink[];
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly members: readonly string[];
  }[];
  readonly drawings: readonly Drawing[];
  /** Factors that are not on the map. */
  readonly offMap: readonly Factor[];
};

/** The problem diagnosis map: what has a place on it, and the links between what has. */
export function mapOf(snapshot: BoardSnapshot): BoardMap {
  const votes = votesByRecord(snapshot);
  const factors = new Map(snapshot.factors.map((factor) => [factor.id, factor]));
  const nodes = nodesOf(snapshot).flatMap((node): MapNode[] => {
    const { id, root, pos } = node;
    if (pos === null) return [];
    const factor = root === 'factors' ? factors.get(id) : undefined;
    const units = factor === undefined ? [] : unitsOf(snapshot, factor);
    return [{ ...node, pos, units, votes: votes.get(id) ?? null }];
  });
  const onMap = new Set(nodes.map((node) => node.id));
  return {
    nodes,
    links: foldInfluences(snapshot.influences.filter(({ from, to }) => onMap.has(from) && onMap.has(to))),
    groups: snapshot.groups.map(({ id, text }) => ({
      id,
      name: text,
      members: framed(
        text,
        nodes.filter((node) => node.group === id),
      ),
    })),
    drawings: snapshot.drawings,
    offMap: snapshot.factors.filter((factor) => factor.pos === null),
  };
}

/** A group of which only what says its own name is on the map needs no frame that says it again. */
function framed(name: string, members: readonly MapNode[]): readonly string[] {
  return members.every(({ text }) => saysSame(text, name)) ? [] : members.map(({ id }) => id);
}

/**
 * Folds influence records into arrows. Polarity: the one all sources share; `mixed` where + and - both occur; "not
 * sure" yields to any sure polarity. Strength is the strongest named, delay holds if any source named it. A link from a
 * node to itself is skipped.
 */
function foldInfluences(influences: readonly Influence[]): readonly MapLink[] {
  const folded = new Map<string, Influence[]>();
  for (const influence of influences) {
    if (influence.from === influence.to) continue;
    const id = `${influence.from}>${influence.to}`;
    const records = folded.get(id);
    if (records === undefined) folded.set(id, [influence]);
    else records.push(influence);
  }
  return [...folded].map(([id, records]) => {
    const [first] = records;
    return {
      id,
      from: first?.from ?? '',
      to: first?.to ?? '',
      polarity: records.reduce<MapLink['polarity']>(
        (known, { polarity }) => combinePolarity(known, polarity),
        '?',
      ),
      strength: Math.max(...records.map((record) => record.strength)) as Strength,
      delay: records.some((record) => record.delay),
      records,
    };
  });
}
