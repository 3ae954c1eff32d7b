import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePopover } from './place-popover.ts';

const coordinate = fc.integer({ min: -3000, max: 3000 });
const corner = fc.record({ x: coordinate, y: coordinate });
const side = fc.integer({ min: 500, max: 2000 });

describe('placing a popover', () => {
  it('keeps it on the screen', () => {
    fc.assert(
      fc.property(corner, fc.record({ w: side, h: side }), (at, screen) => {
        const place = placePopover(at, { w: 332, h: 262 }, screen, []);
        expect(place.x).toBeGreaterThanOrEqual(0);
        expect(place.x + 332).toBeLessThanOrEqual(screen.w);
        expect(place.y + 262).toBeLessThanOrEqual(screen.h);
      }),
    );
  });

  it('stands clear of both cards where one side is free', () => {
    const cards = [
      { x: 300, y: 200, w: 200, h: 80 },
      { x: 300, y: 500, w: 200, h: 80 },
    ];
    const place = placePopover({ x: 400, y: 390 }, { w: 332, h: 262 }, { w: 1200, h: 800 }, cards);
    expect(place.x).toBeGreaterThan(400);
  });
});
