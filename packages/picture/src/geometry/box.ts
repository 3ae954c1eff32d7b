export type Point = { readonly x: number; readonly y: number };

/** A rectangle by its top left corner; `radius` rounds its corners (0 if absent). */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly radius?: number | undefined;
};

export function centerOf(box: Box): Point {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

export function lerp(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** Unit vector from a to b; points right where a and b coincide. */
export function direction(a: Point, b: Point): Point {
  const length = distance(a, b);
  return length < 1e-9 ? { x: 1, y: 0 } : { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

export function along(from: Point, way: Point, length: number): Point {
  return { x: from.x + way.x * length, y: from.y + way.y * length };
}

/** Turns a vector a quarter to its left as seen on screen (y points down). */
export function leftOf(way: Point): Point {
  return { x: way.y, y: -way.x };
}

/** Distance in px from a point to the border of a rounded box; negative inside. */
export function borderDistance(point: Point, box: Box): number {
  const radius = Math.min(box.radius ?? 0, box.w / 2, box.h / 2);
  const center = centerOf(box);
  const dx = Math.abs(point.x - center.x) - box.w / 2 + radius;
  const dy = Math.abs(point.y - center.y) - box.h / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

/** Where the ray from a point inside a box towards `toward` is `gap` px outside the border. */
export function leaveBox(box: Box, inner: Point, toward: Point, gap: number): Point {
  const way = direction(inner, toward);
  let inside = 0;
  let outside = box.w + box.h + gap * 2;
  for (let step = 0; step < 26; step += 1) {
    const middle = (inside + outside) / 2;
    if (borderDistance(along(inner, way, middle), box) < gap) inside = middle;
    else outside = middle;
  }
  return along(inner, way, outside);
}

/** The smallest box around all boxes; null for none. */
export function unionOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** Whether two boxes come closer than `gap` px to each other. */
export function boxesTouch(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

const farthest = 1_000_000;

/** Whether a coordinate can be drawn; farther out than a million px is no place any person put something. */
export function isPlace(value: number): boolean {
  return Math.abs(value) <= farthest;
}

/** A number as SVG writes it: two decimals, no exponent, never NaN. */
export function svgNumber(value: number): string {
  if (!Number.isFinite(value)) return '0';
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}
