import { type Point, svgNumber } from '../geometry/box.ts';

/** Width of a pen stroke in px at zoom 1. */
export const penWidth = 3;

/** Flat x, y pairs as points. A last number without a partner is left out. */
export function strokePoints(flat: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, index) => ({
    x: flat[2 * index] ?? 0,
    y: flat[2 * index + 1] ?? 0,
  }));
}

/** A smooth line: each point bends a curve between the middles to its neighbours. One point is a dot. */
export function strokePath(points: readonly Point[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  const curves = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2] ?? point;
    return `Q${xy(point)} ${xy({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${xy(first)}${curves.join('')}L${xy(last)}`;
}

function xy(point: Point): string {
  return `${svgNumber(point.x)} ${svgNumber(point.y)}`;
}
