import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, percentile } from './percentiles.ts';

const values = fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1 });

describe('percentile', () => {
  it('takes the nearest rank', () => {
    const oneToTen = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect([0, 0.5, 0.91, 1].map((share) => percentile(oneToTen, share))).toEqual([1, 5, 10, 10]);
    expect(percentile([], 0.5)).toBeNull();
  });

  it('is one of the values, and at least its share of them do not exceed it', () => {
    fc.assert(
      fc.property(values, fc.double({ noNaN: true, min: 0, max: 1 }), (all, share) => {
        const found = percentile(all, share) ?? Number.NaN;
        expect(all).toContain(found);
        expect(all.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * all.length);
      }),
    );
  });
});

describe('median', () => {
  it('leaves out what was not measured', () => {
    expect(median([3, null, 1])).toBe(2);
    expect(median([5, 1, 3])).toBe(3);
    expect(median([null])).toBeNull();
  });
});
