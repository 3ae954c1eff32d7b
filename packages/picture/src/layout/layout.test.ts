import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boxesTouch, unionOf } from '../geometry/box.ts';
import { linkRoutes } from '../geometry/link-routes.ts';
import { borderDistance } from '../geometry/box.ts';
import { type LayoutInput, layoutMap } from './layout.ts';
import { seededRandom } from './random.ts';

function boxesOf(input: LayoutInput): Map<string, Box> {
  const places = layoutMap(input);
  return new Map(
    input.nodes.map((node) => [
      node.id,
      { ...(places.get(node.id) ?? { x: Number.NaN, y: Number.NaN }), w: node.w, h: node.h },
    ]),
  );
}

/** A map of the size of a long retreat: six groups, links mostly within them. */
function retreatMap(): LayoutInput {
  const random = seededRandom(11);
  const nodes = Array.from({ length: 37 }, (_, index) => ({
    id: `n${index}`,
    w: 206,
    h: 58 + Math.floor(random() * 3) * 19,
    group: `g${index % 6}`,
  }));
  const links = Array.from({ length: 68 }, (_, index) => {
    const from = Math.floor(random() * 37);
    const near = random() < 0.5 ? (from + 6) % 37 : Math.floor(random() * 37);
    return {
      id: `l${index}`,
      polarity: '+' as const,
      from: `n${from}`,
      to: `n${near === from ? (from + 1) % 37 : near}`,
    };
  });
  return { nodes, links };
}

const graph = fc
  .record({
    sizes: fc.array(
      fc.record({
        w: fc.integer({ min: 120, max: 320 }),
        h: fc.integer({ min: 50, max: 260 }),
        group: fc.constantFrom('a', 'b', 'c', null),
      }),
      { maxLength: 24 },
    ),
    ends: fc.array(fc.tuple(fc.nat(25), fc.nat(25)), { maxLength: 40 }),
  })
  .map(({ sizes, ends }): LayoutInput => ({
    nodes: sizes.map((size, index) => ({ id: `n${index}`, ...size })),
    links: ends.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
  }));

describe('layoutMap', () => {
  test('places every card, finite and clear of the others, and the same every time', () => {
    fc.assert(
      fc.property(graph, (input) => {
        const boxes = [...boxesOf(input).values()];
        for (const [index, box] of boxes.entries()) {
          expect(Number.isFinite(box.x + box.y)).toBe(true);
          for (const other of boxes.slice(index + 1)) expect(boxesTouch(box, other, 24)).toBe(false);
        }
        expect([...boxesOf(input).values()]).toEqual(boxes);
      }),
      { numRuns: 25 },
    );
  });

  test('keeps every group in a region that no other card enters', () => {
    fc.assert(
      fc.property(graph, (input) => {
        const boxes = boxesOf(input);
        for (const group of ['a', 'b', 'c']) {
          const inside = input.nodes
            .filter((node) => node.group === group)
            .flatMap((node) => boxes.get(node.id) ?? []);
          const region = unionOf(inside);
          const others = input.nodes
            .filter((node) => node.group !== group)
            .flatMap((node) => boxes.get(node.id) ?? []);
          for (const other of others) expect(region && boxesTouch(region, other)).toBeFalsy();
        }
      }),
      { numRuns: 25 },
    );
  });

  test('a map of 37 cards and 68 links is near 16:10 and its links keep off cards', () => {
    const input = retreatMap();
    const boxes = boxesOf(input);
    const whole = unionOf([...boxes.values()]);
    const ratio = (whole?.w ?? 0) / (whole?.h ?? 1);
    expect(ratio).toBeGreaterThan(1.25);
    expect(ratio).toBeLessThan(2.2);
    const routes = linkRoutes(boxes, retreatMapLinks(input));
    const hidden = retreatMapLinks(input).filter((link) => {
      const others = [...boxes].filter(([id]) => id !== link.from && id !== link.to).map(([, box]) => box);
      const points = routes.get(link.id)?.points ?? [];
      return points.filter((point) => others.some((box) => borderDistance(point, box) < 0)).length > 2;
    });
    expect(hidden.length).toBeLessThanOrEqual(9);
  });

  test('has no trouble with no cards, one card and links to nowhere', () => {
    expect(layoutMap({ nodes: [], links: [] }).size).toBe(0);
    const one = layoutMap({ nodes: [{ id: 'a', w: 200, h: 80 }], links: [{ from: 'a', to: 'gone' }] });
    expect(one.size).toBe(1);
  });
});

function retreatMapLinks(input: LayoutInput): { id: string; from: string; to: string; polarity: '+' }[] {
  return input.links.map((link, index) => ({ id: `l${index}`, from: link.from, to: link.to, polarity: '+' }));
}
