import { borderDistance, type Box, boxesTouch, distance, type Point, unionOf } from './box.ts';
import type { Curve } from './curve.ts';
import {
  type Bow,
  curveBetween,
  drawAlong,
  linkMetrics,
  type LinkOptions,
  type LinkPath,
  naturalBow,
  type Polarity,
  signsAt,
} from './link-path.ts';

export type RoutedLink = LinkOptions & { readonly id: string; readonly from: string; readonly to: string };

/** Shares of the natural bow, the nicest first. */
const bowChoices = [
  1, -1, 0.2, 1.5, -1.5, 2, -2, 2.6, -2.6, 3.3, -3.3, 4.2, -4.2, 5.2, -5.2, 6.5, -6.5,
] as const;
/** Unlike shares for the two halves, for links that no single bow leads past the cards; the mildest first. */
const bendChoices = crossOf([0, 1.5, -1.5, 3, -3, 5, -5, 7, -7]);
const signChoices = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8] as const;

/**
 * Paths for all links of a map at once: links of the same two ends get lanes, each curve takes the bow that
 * crosses the fewest other cards, and signs slide along their link off cards and off each other. Links whose
 * ends have no box are left out. `labels` are places that signs keep off too. Depends only on the input and
 * its order.
 */
export function linkRoutes(
  boxes: ReadonlyMap<string, Box>,
  links: readonly RoutedLink[],
  labels: readonly Box[] = [],
): Map<string, LinkPath> {
  const routes = new Map<string, LinkPath>();
  const lanes = countLanes();
  const pairs = new Set(links.map((link) => pairKey(link.from, link.to)));
  const placed: Point[] = [];
  for (const link of links) {
    const from = boxes.get(link.from);
    const to = boxes.get(link.to);
    if (!from || !to) continue;
    const lane = lanes(pairKey(link.from, link.to));
    const alone = lane === 0 && !pairs.has(pairKey(link.to, link.from));
    const others = obstacles(boxes, link, from, to);
    const curve = clearestCurve(from, to, lane, alone, others);
    const signAt = freeSign(curve, link.polarity, [...others, from, to, ...labels], placed);
    const path = drawAlong(curve, { ...link, signAt });
    placed.push(...path.badges);
    routes.set(link.id, path);
  }
  return routes;
}

function pairKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

function countLanes(): (pair: string) => number {
  const used = new Map<string, number>();
  return (pair) => {
    const lane = used.get(pair) ?? 0;
    used.set(pair, lane + 1);
    return lane;
  };
}

/** The boxes that a curve between these two could meet. */
function obstacles(boxes: ReadonlyMap<string, Box>, link: RoutedLink, from: Box, to: Box): Box[] {
  const around = unionOf([from, to]) ?? from;
  const reach = 60 + distance(from, to) * 0.3;
  return [...boxes].flatMap(([id, box]) =>
    id !== link.from && id !== link.to && boxesTouch(box, around, reach) ? [box] : [],
  );
}

/** A link with company keeps its own side, so that the two of a pair never lie on each other. */
function clearestCurve(from: Box, to: Box, lane: number, alone: boolean, others: readonly Box[]): Curve {
  const natural = naturalBow(from, to, lane);
  const bend = Math.max(natural, 16);
  const bows: Bow[] = alone
    ? [
        ...bowChoices.map((share): Bow => [share * natural, share * natural]),
        ...bendChoices.map(([a, b]): Bow => [a * bend, b * bend]),
      ]
    : bowChoices.filter((share) => share >= 1).map((share): Bow => [share * natural, share * natural]);
  let best = curveBetween(from, to, { lane });
  let least = covered(best, others);
  for (const [rank, bow] of bows.entries()) {
    if (least <= rank * 2) break;
    const curve = curveBetween(from, to, { lane, bow });
    const cost = covered(curve, others) + rank * 2;
    if (cost < least) [least, best] = [cost, curve];
  }
  return best;
}

function crossOf(shares: readonly number[]): Bow[] {
  const pairs = shares.flatMap((a) => shares.filter((b) => b !== a).map((b): Bow => [a, b]));
  const bend = ([a, b]: Bow) => Math.abs(a) + Math.abs(b) + Math.abs(a - b);
  return pairs.toSorted((one, other) => bend(one) - bend(other));
}

/** Roughly how many px of the curve lie on or close to other boxes. */
function covered(curve: Curve, others: readonly Box[]): number {
  const step = curve.total / Math.max(curve.points.length - 1, 1);
  const hits = curve.points.filter((point) => others.some((box) => isNear(point, box)));
  return hits.length * step;
}

function isNear({ x, y }: Point, box: Box): boolean {
  return x > box.x - 6 && x < box.x + box.w + 6 && y > box.y - 6 && y < box.y + box.h + 6;
}

function freeSign(curve: Curve, polarity: Polarity, boxes: readonly Box[], placed: readonly Point[]): number {
  const room = linkMetrics.badgeRadius + 3;
  const isFree = (badge: Point) =>
    boxes.every((box) => borderDistance(badge, box) >= room) &&
    placed.every((other) => distance(other, badge) >= room * 2);
  return signChoices.find((share) => signsAt(curve, share * curve.total, polarity).every(isFree)) ?? 0.5;
}
