import { expect, it } from 'vitest';
import { KeyedBuckets } from './keyed-buckets.ts';

it('keeps a bucket for each key, and forgets the quietest of very many', () => {
  let now = 0;
  const buckets = new KeyedBuckets(() => now, { atOnce: 2, perSecond: 1 });
  expect([buckets.tryTake('a', 2), buckets.tryTake('a'), buckets.tryTake('b')]).toEqual([true, false, true]);
  now = 1_000;
  expect([buckets.has('a'), buckets.has('a', 2), buckets.has('unknown', 2)]).toEqual([true, false, true]);
  for (let other = 0; other < 9_999; other += 1) {
    buckets.take(`other ${other}`);
    buckets.has('a');
    if (other === 5_000) buckets.take('b', 2);
  }
  // "b" was used since, "a" only looked at.
  expect([buckets.has('b', 2), buckets.has('a', 2)]).toEqual([false, true]);
});
