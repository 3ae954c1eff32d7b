import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, boxesTouch } from '../geometry/box.ts';
import { placeMany, placeNear } from './place.ts';

const coordinate = fc.integer({ min: -1500, max: 1500 });
const box = fc.record({
  x: coordinate,
  y: coordinate,
  w: fc.integer({ min: 20, max: 400 }),
  h: fc.integer({ min: 20, max: 300 }),
});

test('places every new card clear of all that exist and of each other', () => {
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 40 }),
      fc.array(box, { minLength: 1, maxLength: 8 }),
      (existing, sizes) => {
        const points = placeMany(existing, sizes);
        const placed: Box[] = points.map((point, index) => ({
          ...point,
          w: sizes[index]?.w ?? 0,
          h: sizes[index]?.h ?? 0,
        }));
        placed.forEach((one, index) => {
          for (const other of [...existing, ...placed.slice(0, index)])
            expect(boxesTouch(one, other, 36)).toBe(false);
        });
        expect(placeMany(existing, sizes)).toEqual(points);
      },
    ),
    { numRuns: 60 },
  );
});

test('takes the wanted place where it is free and a place beside it where it is not', () => {
  const far = { x: 0, y: 0, w: 100, h: 100 };
  expect(placeNear([far], 200, 80, { x: 1000, y: 500 })).toEqual({ x: 900, y: 460 });
  const beside = placeNear([{ x: 900, y: 460, w: 200, h: 80 }], 200, 80, { x: 1000, y: 500 });
  expect(Math.hypot(beside.x - 900, beside.y - 460)).toBeLessThan(160);
  expect(placeNear([], 200, 80)).toEqual({ x: 0, y: 0 });
  const lost = placeNear([far], 10, 10, { x: Number.NaN, y: 0 });
  expect(Number.isFinite(lost.x + lost.y)).toBe(true);
});
