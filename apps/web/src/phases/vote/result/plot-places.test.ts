import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plotPlaces } from './plot-places.ts';

const ROOM = { width: 400, height: 400, radius: 10 };

describe('points of the plot', () => {
  it('stand where their means are: up and to the right is more', () => {
    const [low, high] = plotPlaces(
      [
        { number: 1, up: 2, right: 2 },
        { number: 2, up: 4, right: 3 },
      ],
      ROOM,
    );
    expect(low).toEqual({ number: 1, x: 100, y: 300 });
    expect(high).toEqual({ number: 2, x: 200, y: 100 });
  });

  it('never touch each other or leave the plot, and stand still', () => {
    const mean = fc.integer({ min: 4, max: 20 }).map((quarters) => quarters / 4);
    const points = fc.array(fc.record({ up: mean, right: mean }), { maxLength: 30 });
    fc.assert(
      fc.property(points, (given) => {
        const numbered = given.map((point, index) => ({ ...point, number: index + 1 }));
        const places = plotPlaces(numbered, ROOM);
        expect(plotPlaces(numbered.toReversed(), ROOM)).toEqual(places);
        for (const [index, { x, y }] of places.entries()) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(ROOM.radius);
          expect(Math.max(x, y)).toBeLessThanOrEqual(400 - ROOM.radius);
          for (const other of places.slice(index + 1)) {
            expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(ROOM.radius * 2 - 1e-6);
          }
        }
      }),
    );
  });
});
