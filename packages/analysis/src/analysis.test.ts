import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from './components.ts';
import { busiest, endsOf } from './ends.ts';
import { adjacencyOf, type Graph, type Polarity } from './graph.ts';
import { findLoops } from './loops.ts';

type Sample = {
  nodes: { id: string; label: string }[];
  links: { from: string; to: string; polarity: Polarity; delay?: boolean }[];
  namedLoops: { type: string; nodes: string[] }[];
};

const SAMPLE = new URL('../../../e2e/samples/02-problem-diagnosis-map-harlow-falls.json', import.meta.url);
const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Sample;
const harlowFalls: Graph = {
  nodes: sample.nodes.map(({ id }) => id),
  links: sample.links,
};

/** The same circle whatever node it starts from. */
function canonical(nodes: readonly string[]): string {
  const least = nodes.indexOf([...nodes].sort()[0] ?? '');
  return [...nodes.slice(least), ...nodes.slice(0, least)].join('>');
}

const randomGraph = fc
  .record({
    size: fc.integer({ min: 1, max: 7 }),
    links: fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom<Polarity>('+', '-', '?')), {
      maxLength: 24,
    }),
  })
  .map(({ size, links }): Graph => ({
    nodes: Array.from({ length: size }, (_, index) => `n${index}`),
    links: links.map(([from, to, polarity]) => ({ from: `n${from}`, to: `n${to}`, polarity })),
  }));

/** Every simple cycle by trying every path: slow and plainly right. */
function allCycles(graph: Graph): Set<string> {
  const found = new Set<string>();
  const arrows = new Set(graph.links.map(({ from, to }) => `${from}>${to}`));
  const walk = (path: readonly string[]): void => {
    const last = path.at(-1) ?? '';
    if (path.length > 1 && arrows.has(`${last}>${path[0]}`)) found.add(canonical(path));
    for (const node of graph.nodes) {
      if (!path.includes(node) && arrows.has(`${last}>${node}`)) walk([...path, node]);
    }
  };
  for (const node of graph.nodes) walk([node]);
  return found;
}

const UNBOUNDED = { length: 99, count: 1_000_000, steps: 10_000_000 };

describe('loops', () => {
  it('are all simple cycles of a small graph, each once', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const found = findLoops(adjacencyOf(graph), UNBOUNDED).loops.map(({ nodes }) => canonical(nodes));
        expect(new Set(found).size).toBe(found.length);
        expect(new Set(found)).toEqual(allCycles(graph));
      }),
    );
  });

  it('finds the eight named circles of Harlow Falls with their types, and the 149 that exist on paper', () => {
    const all = findLoops(adjacencyOf(harlowFalls), UNBOUNDED);
    expect(all.loops).toHaveLength(149);
    const types = new Map(all.loops.map(({ nodes, type }) => [canonical(nodes), type]));
    for (const { nodes, type } of sample.namedLoops) expect(types.get(canonical(nodes))).toBe(type);
  });

  it('says when it stopped', () => {
    const graph = adjacencyOf(harlowFalls);
    expect(findLoops(graph).truncated).toBe(false);
    expect(findLoops(graph, { ...UNBOUNDED, count: 5 })).toMatchObject({ truncated: true });
    expect(findLoops(graph, { ...UNBOUNDED, steps: 50 }).truncated).toBe(true);
    expect(findLoops(graph).loops.every(({ nodes }) => nodes.length <= 6)).toBe(true);
  });

  it('leaves the type open where a polarity is not sure or seen both ways', () => {
    const two = (polarity: Polarity): Graph => ({
      nodes: ['a', 'b'],
      links: [
        { from: 'a', to: 'b', polarity },
        { from: 'b', to: 'a', polarity: '+' },
      ],
    });
    const typeOf = (polarity: Polarity) => findLoops(adjacencyOf(two(polarity))).loops[0]?.type;
    expect(['+', '-', '?', 'mixed'].map((polarity) => typeOf(polarity as Polarity))).toEqual([
      'reinforcing',
      'balancing',
      'undetermined',
      'undetermined',
    ]);
  });
});

describe('components', () => {
  it('finds the core of Harlow Falls: 28 of 37 factors lead to one another', () => {
    expect(components(adjacencyOf(harlowFalls)).map((component) => component.length)).toEqual([28]);
  });

  it('holds exactly the nodes that can reach each other', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const onCycle = new Set([...allCycles(graph)].flatMap((cycle) => cycle.split('>')));
        const adjacency = adjacencyOf(graph);
        const inComponents = components(adjacency).flatMap((nodes) =>
          nodes.map((node) => adjacency.ids[node]),
        );
        expect(new Set(inComponents)).toEqual(onCycle);
      }),
    );
  });
});

describe('ends', () => {
  it('starts have nothing leading to them, results lead to nothing', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const { starts, results } = endsOf(adjacencyOf(graph));
        const links = graph.links.filter(
          ({ from, to }) => from !== to && graph.nodes.includes(from) && graph.nodes.includes(to),
        );
        for (const id of graph.nodes) {
          const [into, out] = [links.some(({ to }) => to === id), links.some(({ from }) => from === id)];
          expect(starts.includes(id)).toBe(!into && out);
          expect(results.includes(id)).toBe(into && !out);
        }
      }),
    );
  });

  it('names the busiest factor of Harlow Falls', () => {
    const labels = new Map(sample.nodes.map(({ id, label }) => [id, label]));
    const [first] = busiest(adjacencyOf(harlowFalls));
    expect(first && { label: labels.get(first.id), links: first.links }).toEqual({
      label: 'Teacher turnover',
      links: 8,
    });
  });
});
