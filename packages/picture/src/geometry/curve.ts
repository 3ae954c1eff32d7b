import { distance, lerp, type Point, svgNumber } from './box.ts';

type Cubic = readonly [Point, Point, Point, Point];

/** A chain of cubics with its samples: `points[i]` is `lengths[i]` px from the start, `steps` to a cubic. */
export type Curve = {
  readonly cubics: readonly Cubic[];
  readonly points: readonly Point[];
  readonly lengths: readonly number[];
  readonly total: number;
};

const steps = 24;

export function curveOf(cubics: readonly Cubic[]): Curve {
  const points = cubics.flatMap((cubic, index) => sample(cubic).slice(index === 0 ? 0 : 1));
  const lengths: number[] = [];
  let total = 0;
  points.forEach((point, index) => {
    total += index === 0 ? 0 : distance(points[index - 1] ?? point, point);
    lengths.push(total);
  });
  return { cubics, points, lengths, total };
}

/** The point `length` px from the start; the ends for less than nothing or more than the whole. */
export function pointAt(curve: Curve, length: number): Point {
  const { index, share } = find(curve, length);
  const a = curve.points[index] ?? { x: 0, y: 0 };
  return lerp(a, curve.points[index + 1] ?? a, share);
}

/** Path data of the first `until` px of the curve. */
export function pathUntil(curve: Curve, until: number): string {
  const { index, share } = find(curve, until);
  const position = (index + share) / steps;
  const parts: string[] = [];
  curve.cubics.forEach((cubic, place) => {
    const t = Math.min(position - place, 1);
    if (t <= 0) return;
    const [a, b, c, d] = t === 1 ? cubic : firstPart(cubic, t);
    if (place === 0) parts.push(`M${xy(a)}`);
    parts.push(`C${xy(b)} ${xy(c)} ${xy(d)}`);
  });
  return parts.length > 0 ? parts.join('') : `M${xy(curve.points[0] ?? { x: 0, y: 0 })}`;
}

export function xy(point: Point): string {
  return `${svgNumber(point.x)} ${svgNumber(point.y)}`;
}

function sample(cubic: Cubic): Point[] {
  return Array.from({ length: steps + 1 }, (_, index) => firstPart(cubic, index / steps)[3]);
}

function firstPart([a, b, c, d]: Cubic, t: number): Cubic {
  const [ab, bc, cd] = [lerp(a, b, t), lerp(b, c, t), lerp(c, d, t)];
  const [abc, bcd] = [lerp(ab, bc, t), lerp(bc, cd, t)];
  return [a, ab, abc, lerp(abc, bcd, t)];
}

function find(curve: Curve, length: number): { index: number; share: number } {
  const last = Math.max(curve.points.length - 2, 0);
  const after = curve.lengths.findIndex((passed) => passed > length);
  if (after < 0) return { index: last, share: 1 };
  const index = Math.max(after - 1, 0);
  const start = curve.lengths[index] ?? 0;
  const span = (curve.lengths[index + 1] ?? start) - start;
  return { index, share: span < 1e-9 ? 0 : Math.min(Math.max((length - start) / span, 0), 1) };
}
