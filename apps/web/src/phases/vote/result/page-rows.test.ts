import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageRows } from './page-rows.ts';

describe('pages of rows', () => {
  it('hold as many as fit', () => {
    expect(pageRows([40, 40, 40, 40, 40], 100)).toEqual([0, 2, 4]);
    expect(pageRows([], 100)).toEqual([0]);
    expect(pageRows([200, 40], 100)).toEqual([0, 1]);
  });

  it('leave out no row, and no page is higher than the room unless one row is', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 150 }));
    fc.assert(
      fc.property(heights, (rows) => {
        const starts = pageRows(rows, 100);
        expect(starts[0]).toBe(0);
        for (const [index, start] of starts.entries()) {
          const page = rows.slice(start, starts[index + 1]);
          const height = page.reduce((sum, row) => sum + row, 0);
          expect(height <= 100 || page.length === 1).toBe(true);
        }
      }),
    );
  });
});
