import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { borderDistance, type Box, boxesTouch } from './box.ts';
import { linkMetrics, linkPath, type Polarity } from './link-path.ts';

const coordinate = fc.integer({ min: -2000, max: 2000 });
const box = fc.record({
  x: coordinate,
  y: coordinate,
  w: fc.integer({ min: 1, max: 320 }),
  h: fc.integer({ min: 1, max: 240 }),
  radius: fc.constantFrom(0, 9, 40),
});
const polarity = fc.constantFrom<Polarity>('+', '-', '?', 'mixed');
const a: Box = { x: 0, y: 0, w: 200, h: 80 };
const b: Box = { x: 500, y: 120, w: 200, h: 80 };

describe('linkPath', () => {
  test('runs from border to border and never through the inside of its ends', () => {
    fc.assert(
      fc.property(box, box, polarity, fc.integer({ min: 0, max: 4 }), (from, to, sign, lane) => {
        fc.pre(!boxesTouch(from, to, 14));
        const { points } = linkPath(from, to, { polarity: sign, lane });
        const [start, tip] = [points[0], points.at(-1)];
        expect(start && borderDistance(start, from)).toBeCloseTo(linkMetrics.startGap, 3);
        expect(tip && borderDistance(tip, to)).toBeCloseTo(linkMetrics.tipGap, 3);
        for (const point of points) {
          expect(borderDistance(point, from)).toBeGreaterThan(0);
          expect(borderDistance(point, to)).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('is finite, repeatable and ends outside for boxes that lie on each other', () => {
    fc.assert(
      fc.property(box, fc.integer({ min: -40, max: 40 }), polarity, (from, shift, sign) => {
        const to = { ...from, x: from.x + shift, y: from.y - shift };
        const path = linkPath(from, to, { polarity: sign, delay: true, strength: 3 });
        expect(JSON.stringify(path)).toBe(
          JSON.stringify(linkPath(from, to, { polarity: sign, delay: true, strength: 3 })),
        );
        expect(`${path.d}${path.head}${path.delay}`).not.toMatch(/NaN|Infinity|e-/);
        for (const point of path.points) expect(Number.isFinite(point.x + point.y)).toBe(true);
        for (const end of [path.points[0], path.points.at(-1)]) {
          expect(end && borderDistance(end, from)).toBeGreaterThan(0);
          expect(end && borderDistance(end, to)).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a link, its opposite and its parallels part', () => {
    const there = linkPath(a, b, { polarity: '+' });
    const back = linkPath(b, a, { polarity: '+' });
    const second = linkPath(a, b, { polarity: '-', lane: 1 });
    expect(Math.hypot(there.mid.x - back.mid.x, there.mid.y - back.mid.y)).toBeGreaterThan(20);
    expect(Math.hypot(there.mid.x - second.mid.x, there.mid.y - second.mid.y)).toBeGreaterThan(20);
  });

  test('says sign, strength and delay without colour', () => {
    expect(linkPath(a, b, { polarity: '+' }).dash).toBe('');
    expect(
      new Set((['+', '-', '?', 'mixed'] as const).map((sign) => linkPath(a, b, { polarity: sign }).dash))
        .size,
    ).toBe(4);
    expect(linkPath(a, b, { polarity: 'mixed' }).badges.map((badge) => badge.sign)).toEqual(['+', '-']);
    const widths = [1, 2, 3].map((strength) => linkPath(a, b, { polarity: '+', strength }).width);
    expect(widths).toEqual(widths.toSorted((x, y) => x - y));
    expect(new Set(widths).size).toBe(3);
    expect(linkPath(a, b, { polarity: '+' }).delay).toBeNull();
    expect(linkPath(a, b, { polarity: '+', delay: true }).delay).toMatch(/^M.*M/);
  });
});
