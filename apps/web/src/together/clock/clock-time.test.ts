import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime } from './clock-time.ts';

describe('the clock of a phase', () => {
  it.each([
    [494_000, '8:14', false, false],
    [493_001, '8:14', false, false],
    [3_750_000, '1:02:30', false, false],
    [60_001, '1:01', false, false],
    [60_000, '1:00', false, true],
    [1, '0:01', false, true],
    [0, '0:00', false, false],
    [-999, '0:00', false, false],
    [-1000, '0:01', true, false],
    [-42_500, '0:42', true, false],
  ])('with %i ms left shows %s', (left, digits, isOver, isLastMinute) => {
    expect(clockTime(1_000_000, 1_000_000 - left)).toMatchObject({ digits, isOver, isLastMinute });
  });

  it('changes its digits when it says it will, and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (left) => {
        const { digits, isOver, changesIn } = clockTime(left, 0);
        const seen = (at: number) => {
          const then = clockTime(left, at);
          return `${then.digits} ${then.isOver}`;
        };
        expect(changesIn).toBeGreaterThan(0);
        expect(seen(changesIn - 1)).toBe(`${digits} ${isOver}`);
        expect(clockTime(left, changesIn).changesIn).toBe(1000);
      }),
    );
  });
});
