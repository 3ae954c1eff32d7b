import { expect, it } from 'vitest';
import { extendTrail, TRAIL_MS, type TrailPoint } from './trail.ts';

it('a trail grows with the pointer, rests with it and fades behind it', () => {
  let trail: readonly TrailPoint[] = [];
  for (const [x, at] of [
    [0, 0],
    [5, 100],
    [5, 200],
    [9, 300],
  ] as const) {
    trail = extendTrail(trail, { x, y: 0 }, at);
  }
  expect(trail.map(({ x }) => x)).toEqual([0, 5, 9]);
  expect(extendTrail(trail, null, TRAIL_MS + 150).map(({ x }) => x)).toEqual([9]);
  expect(extendTrail(trail, null, TRAIL_MS + 300)).toEqual([]);
});

it('a trail stays short however fast the pointer moves', () => {
  let trail: readonly TrailPoint[] = [];
  for (let x = 0; x < 500; x += 1) trail = extendTrail(trail, { x, y: 0 }, x / 10);
  expect(trail.length).toBeLessThanOrEqual(60);
  expect(trail.at(-1)?.x).toBe(499);
});
