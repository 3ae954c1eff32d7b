import { components } from './components.ts';
import type { Adjacency } from './graph.ts';

/** A circle: `nodes` in the order of influence, starting at the first in graph order. */
export type FoundLoop = {
  readonly nodes: readonly string[];
  /** Even number of "-": reinforcing; odd: balancing; any unsure polarity: undetermined. */
  readonly type: 'reinforcing' | 'balancing' | 'undetermined';
  readonly delay: boolean;
  /** Sources of the link fewest people named: a circle is as well supported as its weakest link. */
  readonly sources: number;
};

export type LoopSearch = {
  /** Shortest first, then best supported, then in graph order. */
  readonly loops: readonly FoundLoop[];
  /** More circles of this length exist than were looked at. */
  readonly truncated: boolean;
};

const LOOP_LIMITS = { length: 6, count: 500, steps: 200_000 } as const;

/**
 * Simple cycles of at most `length` nodes. Bounded in count and in steps, not in time, so that the same map gives the
 * same answer on every machine. Each cycle is found once, from its first node in graph order; a branch is cut when
 * the way back is longer than what is left.
 */
export function findLoops(
  graph: Adjacency,
  limits: { length: number; count: number; steps: number } = LOOP_LIMITS,
): LoopSearch {
  const cycles: number[][] = [];
  let steps = 0;
  let truncated = false;

  for (const component of components(graph)) {
    const inside = new Set(component);
    for (const start of component) {
      const back = distancesTo(graph, start, inside, limits.length);
      const path: { node: number; at: number }[] = [{ node: start, at: 0 }];
      const onPath = new Set([start]);
      for (let frame = path.at(-1); frame !== undefined && !truncated; frame = path.at(-1)) {
        const neighbour = graph.next[frame.node]?.[frame.at];
        frame.at += 1;
        steps += 1;
        if (steps > limits.steps || cycles.length >= limits.count) truncated = true;
        else if (neighbour === undefined) {
          path.pop();
          onPath.delete(frame.node);
        } else if (neighbour === start) cycles.push(path.map(({ node }) => node));
        else if (!onPath.has(neighbour) && path.length + (back.get(neighbour) ?? Infinity) <= limits.length) {
          path.push({ node: neighbour, at: 0 });
          onPath.add(neighbour);
        }
      }
      inside.delete(start);
    }
  }
  const loops = cycles.map((cycle) => describe(graph, cycle));
  return { loops: loops.sort((a, b) => a.nodes.length - b.nodes.length || b.sources - a.sources), truncated };
}

/** Links from each node of `inside` to `goal`, up to `limit`. */
function distancesTo(
  graph: Adjacency,
  goal: number,
  inside: ReadonlySet<number>,
  limit: number,
): Map<number, number> {
  const distances = new Map([[goal, 0]]);
  let ring = [goal];
  for (let distance = 1; distance < limit && ring.length > 0; distance += 1) {
    const before: number[] = [];
    for (const node of ring) {
      for (const previous of graph.previous[node] ?? []) {
        if (!inside.has(previous) || distances.has(previous)) continue;
        distances.set(previous, distance);
        before.push(previous);
      }
    }
    ring = before;
  }
  return distances;
}

function describe(graph: Adjacency, cycle: readonly number[]): FoundLoop {
  const links = cycle.map((node, index) =>
    graph.linkBetween(node, cycle[(index + 1) % cycle.length] ?? node),
  );
  const minus = links.filter((link) => link?.polarity === '-').length;
  const unsure = links.some((link) => link?.polarity !== '+' && link?.polarity !== '-');
  return {
    nodes: cycle.map((node) => graph.ids[node] ?? ''),
    type: unsure ? 'undetermined' : minus % 2 === 0 ? 'reinforcing' : 'balancing',
    delay: links.some((link) => link?.delay === true),
    sources: Math.min(...links.map((link) => link?.sources ?? 1)),
  };
}
