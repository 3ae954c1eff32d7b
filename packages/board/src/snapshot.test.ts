import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addFactors, removeFactors } from './operations/factors/factor.ts';
import { openSnapshots, readSnapshot } from './snapshot.ts';

const act = fc.oneof(
  fc.record({ do: fc.constant('add'), count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('remove'), count: fc.nat(20) }),
  fc.record({ do: fc.constant('read ahead'), count: fc.nat(5) }),
  fc.record({ do: fc.constant('get'), count: fc.constant(0) }),
);

it('a board that is read ahead in slices, and changed in between, says the same', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const doc = new Y.Doc();
      addFactors(doc, { texts: ['One', 'Two', 'Three'] }, { unit: null });
      const reader = openSnapshots(doc);
      for (const one of acts) {
        const { factors } = readSnapshot(doc);
        if (one.do === 'add')
          addFactors(doc, { texts: Array.from({ length: one.count }, () => 'More') }, { unit: null });
        if (one.do === 'remove') removeFactors(doc, [factors[one.count % factors.length]?.id ?? '']);
        if (one.do === 'read ahead') reader.readAhead(one.count);
        if (one.do === 'get') expect(reader.get()).toEqual(readSnapshot(doc));
      }
      expect(reader.get()).toEqual(readSnapshot(doc));
    }),
  );
});

it('a slice parses as many records as it says, and answers how many are left', () => {
  const doc = new Y.Doc();
  addFactors(doc, { texts: Array.from({ length: 7 }, () => 'Said') }, { unit: null });
  const reader = openSnapshots(doc);
  expect([0, 3, 3, 3, 3].map((records) => reader.readAhead(records))).toEqual([7, 4, 1, 0, 0]);
  expect(reader.get().factors).toHaveLength(7);
});
