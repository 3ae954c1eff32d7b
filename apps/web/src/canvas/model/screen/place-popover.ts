type Point = { readonly x: number; readonly y: number };
type Size = { readonly w: number; readonly h: number };
type Area = Point & Size;

const EDGE = 12;
/** From the sign of the link to the popover, in px. */
const AWAY = 24;
/** Room that legend and toolbar take. */
const HEAD = 56;
const FOOT = 84;

/**
 * Where a popover of `size` stands beside a point of the screen: on the side where it covers least of what it is
 * about, whole and clear of legend and toolbar. Its top left corner.
 */
export function placePopover(at: Point, size: Size, screen: Size, about: readonly Area[]): Point {
  const { w, h } = size;
  const sides = [
    { x: at.x - w / 2, y: at.y + AWAY },
    { x: at.x - w / 2, y: at.y - AWAY - h },
    { x: at.x + AWAY, y: at.y - h / 2 },
    { x: at.x - AWAY - w, y: at.y - h / 2 },
  ].map((place) => ({
    x: clamp(place.x, EDGE, screen.w - w - EDGE),
    y: clamp(place.y, HEAD, screen.h - FOOT - h),
  }));
  const sign = { x: at.x - AWAY / 2, y: at.y - AWAY / 2, w: AWAY, h: AWAY };
  const costs = sides.map((place) => covered({ ...place, w, h }, [...about, sign, sign]));
  const least = Math.min(...costs);
  return sides[costs.indexOf(least)] ?? { x: EDGE, y: HEAD };
}

function covered(area: Area, others: readonly Area[]): number {
  return others.reduce((sum, other) => sum + common(area, other), 0);
}

function common(a: Area, b: Area): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return Math.max(w, 0) * Math.max(h, 0);
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)));
}
