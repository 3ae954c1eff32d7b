import { type Box, boxesTouch, centerOf, type Point, unionOf } from '../geometry/box.ts';

const cardGap = 36;
const step = 24;

/**
 * Top left corner of the free place for a box of `w` x `h` px whose middle is nearest to `near` (by default
 * the middle of everything there is), `gap` px clear of every box. Nothing that exists moves.
 */
export function placeNear(
  existing: readonly Box[],
  w: number,
  h: number,
  near?: Point,
  gap: number = cardGap,
): Point {
  const union = unionOf(existing);
  const wanted = near && Number.isFinite(near.x) && Number.isFinite(near.y) ? near : undefined;
  const middle = wanted ?? (union ? centerOf(union) : { x: w / 2, y: h / 2 });
  const start = { x: Math.round(middle.x - w / 2), y: Math.round(middle.y - h / 2) };
  const free = (point: Point) => !existing.some((box) => boxesTouch({ ...point, w, h }, box, gap));
  const rings = union ? Math.ceil((union.w + union.h + w + h + distanceOut(union, start)) / step) + 2 : 1;
  for (let ring = 0; ring <= rings; ring += 1) {
    const found = ringAround(start, ring).find(free);
    if (found) return found;
  }
  return { x: (union?.x ?? 0) + (union?.w ?? 0) + gap, y: start.y };
}

/** Places several boxes one after the other, each clear of those that exist and of those just placed. */
export function placeMany(
  existing: readonly Box[],
  sizes: readonly { readonly w: number; readonly h: number }[],
  near?: Point,
): Point[] {
  const taken = [...existing];
  const union = unionOf(existing);
  const wanted = near && Number.isFinite(near.x) && Number.isFinite(near.y) ? near : undefined;
  const middle = wanted ?? (union ? centerOf(union) : undefined);
  return sizes.map(({ w, h }) => {
    const point = placeNear(taken, w, h, middle ?? (taken[0] && centerOf(taken[0])));
    taken.push({ ...point, w, h });
    return point;
  });
}

/** Points on a ring around `start`, nearest first, to the right and below before left and above. */
function ringAround(start: Point, ring: number): Point[] {
  if (ring === 0) return [start];
  const points: Point[] = [];
  const reach = ring * step;
  for (let shift = 0; shift <= ring; shift += 1) {
    for (const offset of shift === 0 ? [0] : [shift * step, -shift * step]) {
      points.push(
        { x: start.x + offset, y: start.y + reach },
        { x: start.x + reach, y: start.y + offset },
        { x: start.x + offset, y: start.y - reach },
        { x: start.x - reach, y: start.y + offset },
      );
    }
  }
  return points;
}

function distanceOut(union: Box, point: Point): number {
  const dx = Math.max(union.x - point.x, point.x - union.x - union.w, 0);
  const dy = Math.max(union.y - point.y, point.y - union.y - union.h, 0);
  return Math.max(dx, dy);
}
