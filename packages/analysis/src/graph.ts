/** `mixed`: sources disagree. Both `mixed` and `?` leave a loop through it undetermined. */
export type Polarity = '+' | '-' | '?' | 'mixed';

/** One arrow. `sources` counts who named it (default 1), `rooms` how many of these are rooms or teams (default 0). */
export type Link = {
  readonly from: string;
  readonly to: string;
  readonly polarity: Polarity;
  readonly delay?: boolean;
  readonly sources?: number;
  readonly rooms?: number;
};

export type Graph = { readonly nodes: readonly string[]; readonly links: readonly Link[] };

/**
 * A graph by index, for algorithms: parallel links are one, links from a node to itself and links to unknown nodes
 * are left out. Neighbours are in the order of `nodes`, so every result is the same on every screen.
 */
export type Adjacency = {
  readonly ids: readonly string[];
  readonly next: readonly (readonly number[])[];
  readonly previous: readonly (readonly number[])[];
  linkBetween(from: number, to: number): Link | undefined;
};

export function adjacencyOf(graph: Graph): Adjacency {
  const ids = [...new Set(graph.nodes)];
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const links = new Map<string, Link>();
  const next = ids.map((): Set<number> => new Set());
  const previous = ids.map((): Set<number> => new Set());
  for (const link of graph.links) {
    const [from, to] = [indexOf.get(link.from), indexOf.get(link.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from}>${to}`;
    const known = links.get(key);
    links.set(key, known === undefined ? link : folded(known, link));
    next[from]?.add(to);
    previous[to]?.add(from);
  }
  const sorted = (sets: Set<number>[]): number[][] => sets.map((set) => [...set].sort((a, b) => a - b));
  return {
    ids,
    next: sorted(next),
    previous: sorted(previous),
    linkBetween: (from, to) => links.get(`${from}>${to}`),
  };
}

function folded(a: Link, b: Link): Link {
  const polarity =
    a.polarity === b.polarity || b.polarity === '?' ? a.polarity : a.polarity === '?' ? b.polarity : 'mixed';
  const sources = (a.sources ?? 1) + (b.sources ?? 1);
  const rooms = Math.max(a.rooms ?? 0, b.rooms ?? 0);
  return { ...a, polarity, sources, rooms, delay: a.delay === true || b.delay === true };
}
