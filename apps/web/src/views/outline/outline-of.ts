import { voicesOf, type BoardMap, type MapLink, type MapNode, type NodeKind } from '@coherence/board';
import { writing } from '@coherence/words';
import { kindsIn } from '../../factors/kinds.ts';
import { findable, wantedWords } from '../../factors/find-words.ts';

export type OutlineEntry = {
  readonly node: MapNode;
  /** Links that start here, strongest first. */
  readonly out: readonly MapLink[];
  /** Links that end here. */
  readonly into: readonly MapLink[];
};

export type OutlineSection = {
  readonly key: string;
  readonly of: { readonly kind: NodeKind } | { readonly group: string | null; readonly name: string };
  readonly entries: readonly OutlineEntry[];
};

export type OutlineOrder = 'kind' | 'group';

/**
 * The map as a list: sections by kind or by group, entries by number, every link under the node it starts from. `highlighted`:
 * what a lens leaves, null for everything. `first`: the kind the room works on, above the others.
 */
export function outlineOf(
  map: BoardMap,
  order: OutlineOrder,
  find = '',
  highlighted: ReadonlySet<string> | null = null,
  first: NodeKind | null = null,
): readonly OutlineSection[] {
  const kinds = new Set([...(first === null ? [] : [first]), ...kindsIn('sections')]);
  const entries = entriesOf(map).filter(
    ({ node }) => matchesSearch(node, find) && (highlighted === null || highlighted.has(node.id)),
  );
  const sections: OutlineSection[] =
    order === 'kind'
      ? [...kinds].map((kind) => ({
          key: kind,
          of: { kind },
          entries: entries.filter(({ node }) => node.kind === kind),
        }))
      : groupSections(map, entries);
  return sections.filter((section) => section.entries.length > 0);
}

function groupSections(map: BoardMap, entries: readonly OutlineEntry[]): OutlineSection[] {
  const known = new Set(map.groups.map(({ id }) => id));
  const groups = map.groups.toSorted((a, b) => writing().compare(a.name, b.name));
  return [
    ...groups.map(({ id, name }) => ({
      key: id,
      of: { group: id, name },
      entries: entries.filter(({ node }) => node.group === id),
    })),
    {
      key: 'no-group',
      of: { group: null, name: '' },
      entries: entries.filter(({ node }) => node.group === null || !known.has(node.group)),
    },
  ];
}

function entriesOf(map: BoardMap): OutlineEntry[] {
  const out = new Map<string, MapLink[]>();
  const into = new Map<string, MapLink[]>();
  for (const link of map.links) {
    append(out, link.from, link);
    append(into, link.to, link);
  }
  return map.nodes
    .map((node) => ({
      node,
      out: (out.get(node.id) ?? []).toSorted(byWeight),
      into: (into.get(node.id) ?? []).toSorted(byWeight),
    }))
    .sort(byNumber);
}

function append(lists: Map<string, MapLink[]>, key: string, link: MapLink): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [link]);
  else list.push(link);
}

function byWeight(a: MapLink, b: MapLink): number {
  return voicesOf(b.records) - voicesOf(a.records) || b.strength - a.strength || (a.id < b.id ? -1 : 1);
}

function byNumber({ node: a }: OutlineEntry, { node: b }: OutlineEntry): number {
  return (a.no ?? Infinity) - (b.no ?? Infinity) || (a.id < b.id ? -1 : 1);
}

/** True when a node's words or number answer to what is looked for. */
export function matchesSearch(node: Pick<MapNode, 'label' | 'text' | 'no'>, find: string): boolean {
  const text = findable(`${node.label} ${node.text}`);
  return wantedWords(find).every((word) => word === `f${node.no ?? ''}` || text.includes(word));
}
