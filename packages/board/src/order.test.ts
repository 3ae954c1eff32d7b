import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byRank, isRank, ranksFor, type Ranked } from './order.ts';

describe('ranksFor', () => {
  it('[ORDER1][ORDER2] always puts new items exactly before the item asked for, twins included', () => {
    const insertions = fc.array(
      fc.record({ at: fc.nat(), count: fc.integer({ min: 1, max: 3 }), twin: fc.boolean() }),
    );
    fc.assert(
      fc.property(insertions, (steps) => {
        let items: Ranked[] = [];
        let next = 0;
        for (const { at, count, twin } of steps) {
          const target = items[at % (items.length + 1)] ?? null;
          const ranks = ranksFor(items, target?.id ?? null, count);
          const fresh = ranks.map((rank) => ({ id: String((next += 1)), rank }));
          if (twin && fresh[0] !== undefined) fresh.push({ id: String((next += 1)), rank: fresh[0].rank });
          items = [...items, ...fresh].sort(byRank);
          for (const { id, rank } of fresh) {
            expect(isRank(rank)).toBe(true);
            if (target !== null) {
              expect(items.findIndex((item) => item.id === id)).toBeLessThan(items.indexOf(target));
            }
          }
        }
      }),
    );
  });
});
