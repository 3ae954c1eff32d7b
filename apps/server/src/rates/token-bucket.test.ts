import { describe, expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

describe('a token bucket', () => {
  it('allows the burst at once, then asks to wait as long as paying off takes', () => {
    const bucket = new TokenBucket(10, 3, 0);
    expect([bucket.take(1, 0), bucket.take(1, 0), bucket.take(1, 0)]).toEqual([0, 0, 0]);
    expect(bucket.take(2, 0)).toBe(200);
    expect(bucket.take(1, 1_000)).toBe(0);
  });

  it('never holds more than the burst', () => {
    const bucket = new TokenBucket(10, 3, 0);
    expect(bucket.tryTake(4, 1_000_000)).toBe(false);
    expect(bucket.tryTake(3, 1_000_000)).toBe(true);
    expect([bucket.has(1, 1_000_000), bucket.isFull(1_000_299), bucket.isFull(1_000_301)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
