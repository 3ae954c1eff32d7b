export type TrailPoint = { readonly x: number; readonly y: number; readonly at: number };

/** How long a laser pointer's trail stays, in ms. */
export const TRAIL_MS = 1200;
const POINTS_MAX = 60;

/** The trail with one more point (none where the pointer rests), without what has faded at `now`. */
export function extendTrail(
  trail: readonly TrailPoint[],
  point: { readonly x: number; readonly y: number } | null,
  now: number,
): readonly TrailPoint[] {
  const fresh = trail.filter(({ at }) => now - at < TRAIL_MS);
  const last = fresh.at(-1);
  if (point === null || (last?.x === point.x && last.y === point.y)) return fresh;
  return [...fresh, { x: point.x, y: point.y, at: now }].slice(-POINTS_MAX);
}
