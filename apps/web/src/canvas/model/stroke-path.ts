export type StrokePoint = { readonly x: number; readonly y: number };

/** Width of a pen stroke in px at zoom 1. */
export const STROKE_WIDTH = 3;

/** Flat x, y pairs as points. A last number without a partner is left out. */
export function strokePoints(flat: readonly number[]): readonly StrokePoint[] {
  const points: StrokePoint[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    points.push({ x: flat[index] ?? 0, y: flat[index + 1] ?? 0 });
  }
  return points;
}

/** A smooth line: each point bends a curve between the middles to its neighbours. One point is a dot. */
export function strokePath(points: readonly StrokePoint[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  const curves = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2] ?? point;
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return `M${first.x} ${first.y}${curves.join('')}L${last.x} ${last.y}`;
}
