import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLOOR } from './floor/floor.ts';
import { POOL, poolUnits } from './pooled-units.ts';

const pooled = (sizes: Record<string, number>) => {
  const shown = poolUnits(new Map(Object.entries(sizes)));
  return shown === null ? null : Object.fromEntries(shown);
};

describe('[BALLOT4] small units', () => {
  it('share one pool', () => {
    expect(pooled({ a: 5, b: 2, c: 1, d: 4 })).toEqual({ a: 'a', b: POOL, c: POOL, d: 'd' });
  });

  it('take in the next smallest while the pool could be found out by subtraction', () => {
    expect(pooled({ a: 5, b: 2, c: 4 })).toEqual({ a: 'a', b: POOL, c: POOL });
    expect(pooled({ a: 4, b: 1, c: 4, d: 6 })).toEqual({ a: POOL, b: POOL, c: 'c', d: 'd' });
  });

  it('are not shown at all where one name would be left', () => {
    expect(pooled({ a: 5, b: 2 })).toBeNull();
    expect(pooled({ a: 1, b: 1 })).toBeNull();
    expect(pooled({ a: 9 })).toBeNull();
    expect(pooled({})).toBeNull();
  });

  it('pool people without a unit like a unit, and units for whose people only others cast', () => {
    expect(pooled({ '': 1, a: 2, b: 3 })).toEqual({ '': POOL, a: POOL, b: 'b' });
    expect(pooled({ a: 3, b: 3, c: 0 })).toEqual({ a: POOL, b: 'b', c: POOL });
    expect(pooled({ a: 4, c: 0 })).toBeNull();
  });

  it('cannot be told apart, whatever the sizes: each name shown stands for three people at least', () => {
    const sizes = fc.dictionary(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'others'), fc.nat(7));
    fc.assert(
      fc.property(sizes, (units) => {
        const shown = poolUnits(new Map(Object.entries(units)));
        if (shown === null) return;
        const people = new Map<string, number>();
        for (const [unit, count] of Object.entries(units)) {
          const name = shown.get(unit);
          if (name === undefined) throw new Error(`${unit} is under no name`);
          people.set(name, (people.get(name) ?? 0) + count);
        }
        expect(people.size).toBeGreaterThan(1);
        for (const count of people.values()) expect(count).toBeGreaterThanOrEqual(FLOOR);
        const all = Object.values(units).reduce((sum, count) => sum + count, 0);
        expect([...people.values()].reduce((sum, count) => sum + count, 0)).toBe(all);
      }),
    );
  });

  it('are shown wherever two units of three and no small one voted', () => {
    const big = fc.integer({ min: FLOOR, max: 9 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), big, { minKeys: 2 }), (units) => {
        expect(pooled(units)).toEqual(Object.fromEntries(Object.keys(units).map((unit) => [unit, unit])));
      }),
    );
  });
});
