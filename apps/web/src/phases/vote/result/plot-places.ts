/** A point of the plot: its number in the list, and both means from 1 to 5. */
export type PlotPoint = { readonly number: number; readonly up: number; readonly right: number };
/** Left and top of a circle's centre, in the units of the plot. */
type PlotPlace = { readonly number: number; readonly x: number; readonly y: number };

type PlotRoom = { readonly width: number; readonly height: number; readonly radius: number };

const TRIES = 200;
/** The golden angle: circles that would lie on each other go out in a spiral, in the order of their numbers. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Where the numbered circles stand: as near to their means as they can be without touching each other or leaving the
 * plot. The same points always stand in the same places.
 */
export function plotPlaces(points: readonly PlotPoint[], room: PlotRoom): readonly PlotPlace[] {
  const { width, height, radius } = room;
  const placed: PlotPlace[] = [];
  const isFree = (x: number, y: number): boolean =>
    placed.every((other) => Math.hypot(other.x - x, other.y - y) >= radius * 2);
  const within = (at: number, size: number): number => Math.min(Math.max(at, radius), size - radius);
  for (const { number, up, right } of points.toSorted((a, b) => a.number - b.number)) {
    const centre = {
      x: within(((right - 1) / 4) * width, width),
      y: within(((5 - up) / 4) * height, height),
    };
    let best = centre;
    for (let step = 0; step < TRIES; step += 1) {
      const away = radius * 0.9 * Math.sqrt(step);
      const x = within(centre.x + away * Math.cos(step * TURN), width);
      const y = within(centre.y + away * Math.sin(step * TURN), height);
      if (!isFree(x, y)) continue;
      best = { x, y };
      break;
    }
    placed.push({ number, ...best });
  }
  return placed;
}
