import { expect, test } from 'vitest';
import { groupHull, hullNameBox } from './hulls.ts';

const a = { x: 0, y: 0, w: 200, h: 80 };
const b = { x: 300, y: 200, w: 200, h: 80 };
const between = { x: 320, y: 0, w: 150, h: 60 };

test('a group is a rounded rectangle around its cards with room for its name', () => {
  const hull = groupHull('District coherence', [a, b], []);
  expect(hull?.bounds).toEqual({ x: -22, y: -42, w: 544, h: 344 });
  expect(hull?.d.match(/Q/g)).toHaveLength(4);
  const name = hull && hullNameBox(hull);
  expect(name && name.y + name.h).toBeLessThanOrEqual(0);
});

test('where that would take in another card it follows its own cards', () => {
  const hull = groupHull('District coherence', [a, b], [between]);
  expect(hull?.d.match(/Q/g)?.length).toBeGreaterThan(4);
  expect(hull?.d).not.toContain('522 -42');
});

test('a group without cards has no outline', () => {
  expect(groupHull('Empty', [], [a])).toBeNull();
});
