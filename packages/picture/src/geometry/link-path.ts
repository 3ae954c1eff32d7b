import { type Curve, curveOf, pathUntil, pointAt, xy } from './curve.ts';
import {
  along,
  borderDistance,
  type Box,
  boxesTouch,
  centerOf,
  direction,
  leaveBox,
  leftOf,
  lerp,
  type Point,
  unionOf,
} from './box.ts';

/** Mixed: its sources disagree on the sign ("seen both ways"). */
export type Polarity = '+' | '-' | '?' | 'mixed';

/** The push on the first and on the second half of a curve; unlike ones make an S. */
export type Bow = readonly [number, number];

export type LinkOptions = {
  readonly polarity: Polarity;
  /** 1 (weak) to 3 (strong); sets the width. */
  readonly strength?: number | undefined;
  readonly delay?: boolean | undefined;
  /** Place among the links of the same from and to, 0 first: each bows further out. */
  readonly lane?: number | undefined;
  /** How far the curve is pushed to its left, in px; by default by length and lane. */
  readonly bow?: Bow | undefined;
  /** Where the signs sit, as a share of the length; 0.5 by default. */
  readonly signAt?: number | undefined;
};

export type SignBadge = { readonly x: number; readonly y: number; readonly sign: '+' | '-' | '?' };

export type LinkPath = {
  /** The curve, ending inside the arrow head. */
  d: string;
  /** The whole curve as a polyline from border to tip, for hit testing. */
  points: Point[];
  mid: Point;
  /** Middle of the place for a short text beside the signs. */
  label: Point;
  head: string;
  /** Two strokes across the curve where the influence takes time, else null. */
  delay: string | null;
  badges: SignBadge[];
  width: number;
  /** Value for stroke-dasharray; empty for a solid line. */
  dash: string;
};

export const linkMetrics = { startGap: 5, tipGap: 4, badgeRadius: 9, laneStep: 26 } as const;

export const linkDashes = { '+': '', '-': '7 5', '?': '0.1 5.5', mixed: '12 4 2 4' } as const;
const widths = [1.4, 2.1, 3] as const;

/** From how many rooms or teams on a link is drawn as one that rooms agree on. */
export const ROOMS_AGREE = 2;

/**
 * Widths of the two strokes under the line of a link that several rooms named, outer first: a rail on either side. A single
 * wider line would read as strength; three lines side by side do not, also when printed in grey.
 */
export function railWidths(width: number): readonly [outer: number, gap: number] {
  return [width + 6.6, width + 3.6];
}

/**
 * The drawn form of a link from one box to another: a gently bowed curve from border to border with a head,
 * signs and, if asked, the mark for "takes time". The bow is to the left of the way the link goes, so a link
 * and its opposite part. Boxes that touch, or a box linked to itself, are joined by an arc around the outside.
 * Deterministic; finite for any finite boxes.
 */
export function linkPath(from: Box, to: Box, options: LinkOptions): LinkPath {
  return drawAlong(curveBetween(from, to, options), options);
}

/** The drawn form of a link along a curve that is already chosen. */
export function drawAlong(curve: Curve, options: LinkOptions): LinkPath {
  const width = widths[Math.min(Math.max(Math.round(options.strength ?? 1), 1), 3) - 1] ?? widths[0];
  const { total } = curve;
  const headLength = Math.min(8 + width * 1.4, Math.max(total * 0.6, 1));
  const tip = pointAt(curve, total);
  const signAt = total * (options.signAt ?? 0.5);
  const mid = pointAt(curve, signAt);
  const spread = spreadOf(options.polarity);
  const delayAt = placeOfDelay(signAt, spread + linkMetrics.badgeRadius + 8, total - headLength - 4);
  return {
    d: pathUntil(curve, total - headLength * 0.7),
    points: [...curve.points],
    mid,
    label: along(mid, leftOf(wayAt(curve, signAt)), 20),
    head: arrowHead(tip, direction(pointAt(curve, total - headLength * 0.75), tip), headLength),
    delay: options.delay ? delayMark(curve, delayAt, width) : null,
    badges: signsAt(curve, signAt, options.polarity),
    width,
    dash: linkDashes[options.polarity],
  };
}

/** The bow a link takes by itself: more for long links and for the second and third of the same two ends. */
export function naturalBow(from: Box, to: Box, lane = 0): number {
  const dx = Math.max(from.x - to.x - to.w, to.x - from.x - from.w, 0);
  const dy = Math.max(from.y - to.y - to.h, to.y - from.y - from.h, 0);
  return Math.min(Math.max(Math.hypot(dx, dy) * 0.1, 5), 46) + lane * linkMetrics.laneStep;
}

/** The curve a link takes; only its lane and bow count. */
export function curveBetween(from: Box, to: Box, options: Pick<LinkOptions, 'lane' | 'bow'>): Curve {
  if (boxesTouch(from, to, linkMetrics.startGap + linkMetrics.tipGap + 4)) {
    return arcAround(from, to, options.lane ?? 0);
  }
  const natural = naturalBow(from, to, options.lane);
  const [first, second] = options.bow ?? [natural, natural];
  for (const share of [1, 0.7, 0.4, 0.2]) {
    const curve = bowBetween(from, to, [first * share, second * share]);
    if (curve.points.every((point) => borderDistance(point, from) > 2 && borderDistance(point, to) > 2))
      return curve;
  }
  return bowBetween(from, to, [0, 0]);
}

function bowBetween(from: Box, to: Box, [first, second]: Bow): Curve {
  const way = direction(centerOf(from), centerOf(to));
  const [inFrom, inTo] = [aimIn(from, to, way), aimIn(to, from, way)];
  const start = leaveBox(from, inFrom, inTo, linkMetrics.startGap);
  const end = leaveBox(to, inTo, inFrom, linkMetrics.tipGap);
  const left = leftOf(direction(start, end));
  const one = along(lerp(start, end, 1 / 3), left, (first * 4) / 3);
  const two = along(lerp(start, end, 2 / 3), left, (second * 4) / 3);
  const leave = leaveBox(from, inFrom, one, linkMetrics.startGap);
  return curveOf([[leave, one, two, leaveBox(to, inTo, two, linkMetrics.tipGap)]]);
}

/**
 * The point inside a box that a link aims at: drawn from the middle towards the other end, so that ends
 * spread, and a little to the left of the way, so that a link and its opposite part even where both are short.
 */
function aimIn(box: Box, other: Box, way: Point): Point {
  const [center, away] = [centerOf(box), centerOf(other)];
  const aside = along({ x: 0, y: 0 }, leftOf(way), 6);
  const drawn = (offset: number, shift: number, half: number) =>
    Math.min(Math.max(offset * 0.16, -half), half) + Math.min(Math.max(shift, -half), half);
  return {
    x: center.x + drawn(away.x - center.x, aside.x, box.w * 0.22),
    y: center.y + drawn(away.y - center.y, aside.y, box.h * 0.18),
  };
}

/** From the top of one box over both to the right side of the other: for boxes that lie on each other. */
function arcAround(from: Box, to: Box, lane: number): Curve {
  const union = unionOf([from, to]) ?? from;
  const reach = 34 + lane * linkMetrics.laneStep;
  const right = union.x + union.w;
  const start = { x: from.x + from.w * 0.6, y: union.y - linkMetrics.startGap };
  const tip = { x: right + linkMetrics.tipGap, y: to.y + to.h * 0.5 };
  const turn = { x: right + reach * 0.5, y: union.y - reach * 0.5 };
  return curveOf([
    [start, { x: start.x, y: union.y - reach }, { x: turn.x - reach * 0.5, y: turn.y - reach * 0.5 }, turn],
    [turn, { x: turn.x + reach * 0.5, y: turn.y + reach * 0.5 }, { x: tip.x + reach, y: tip.y }, tip],
  ]);
}

function arrowHead(tip: Point, way: Point, length: number): string {
  const side = leftOf(way);
  const base = along(tip, way, -length);
  const notch = along(tip, way, -length * 0.68);
  const half = length * 0.48;
  return `M${xy(tip)}L${xy(along(base, side, half))}L${xy(notch)}L${xy(along(base, side, -half))}Z`;
}

/** After the signs if there is room before the head, else before them. */
function placeOfDelay(signAt: number, clearance: number, headAt: number): number {
  const after = signAt + clearance;
  return after + 3 <= headAt ? after : Math.max(signAt - clearance, 5);
}

function delayMark(curve: Curve, at: number, width: number): string {
  const half = 6.5 + width / 2;
  const strokes = [-2.6, 2.6].map((shift) => {
    const side = leftOf(wayAt(curve, at + shift));
    const middle = pointAt(curve, at + shift);
    return `M${xy(along(middle, side, half))}L${xy(along(middle, side, -half))}`;
  });
  return strokes.join('');
}

/** The signs of a link `at` px along its curve: one, or both where it is seen both ways. */
export function signsAt(curve: Curve, at: number, polarity: Polarity): SignBadge[] {
  if (polarity !== 'mixed') return [{ ...pointAt(curve, at), sign: polarity }];
  const spread = spreadOf(polarity);
  return [
    { ...pointAt(curve, at - spread), sign: '+' },
    { ...pointAt(curve, at + spread), sign: '-' },
  ];
}

function spreadOf(polarity: Polarity): number {
  return polarity === 'mixed' ? linkMetrics.badgeRadius + 0.5 : 0;
}

function wayAt(curve: Curve, at: number): Point {
  return direction(pointAt(curve, at - 2), pointAt(curve, at + 2));
}
