import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraFor, cameraWithin } from './camera.ts';

const size = (min: number, max: number) =>
  fc.record({ w: fc.integer({ min, max }), h: fc.integer({ min, max }) });
const corner = fc.record({
  x: fc.integer({ min: -3000, max: 3000 }),
  y: fc.integer({ min: -3000, max: 3000 }),
});

describe('showing the whole map', () => {
  it('leaves nothing outside and never enlarges', () => {
    fc.assert(
      fc.property(corner, size(1, 8000), size(320, 2500), (at, bounds, screen) => {
        const { x, y, z } = cameraFor({ ...at, ...bounds }, screen);
        expect(z).toBeLessThanOrEqual(1);
        if (z <= 0.05) return;
        const left = (at.x + x) * z;
        const top = (at.y + y) * z;
        expect(left).toBeGreaterThanOrEqual(-0.01);
        expect(top).toBeGreaterThanOrEqual(-0.01);
        expect(left + bounds.w * z).toBeLessThanOrEqual(screen.w + 0.01);
        expect(top + bounds.h * z).toBeLessThanOrEqual(screen.h + 0.01);
      }),
    );
  });

  it('stays clear of the legend, however many lines it takes', () => {
    fc.assert(
      fc.property(corner, size(1, 4000), fc.integer({ min: 0, max: 180 }), (at, bounds, legendEnd) => {
        const { y, z } = cameraFor({ ...at, ...bounds }, { w: 1000, h: 700 }, legendEnd);
        expect((at.y + y) * z).toBeGreaterThanOrEqual(legendEnd);
        expect((at.y + bounds.h + y) * z).toBeLessThanOrEqual(700 - 66);
      }),
    );
  });

  it('shows an empty map at full size', () => {
    expect(cameraFor(null, { w: 800, h: 600 })).toEqual({ x: 400, y: 300, z: 1 });
  });
});

describe('showing a part of the map', () => {
  it('has it in the middle, between the two zooms', () => {
    const bounds = { x: 100, y: 50, w: 400, h: 200 };
    const within = { smallest: 1.2, largest: 2 };
    expect(cameraWithin(bounds, { w: 600, h: 600 }, within)).toEqual({ x: -100, y: 50, z: 1.5 });
    expect(cameraWithin(bounds, { w: 200, h: 200 }, within).z).toBe(1.2);
    expect(cameraWithin(bounds, { w: 4000, h: 4000 }, within).z).toBe(2);
  });
});
