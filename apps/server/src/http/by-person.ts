import { ApiError } from '../errors.ts';
import { TokenBucket } from '../rooms/token-bucket.ts';

/** What one person may ask at once, and per second after that: more than anybody's hands do. */
const AT_ONCE = 40;
const PER_SECOND = 4;
const PEOPLE_MAX = 10_000;

/**
 * Limits requests by participant, for what changes a board outside of its connections. The answer throws `too-often`.
 * `now` in milliseconds.
 */
export function limitByPerson(now: () => number): (participant: string) => void {
  const buckets = new Map<string, TokenBucket>();
  return (participant) => {
    const found = buckets.get(participant) ?? new TokenBucket(PER_SECOND, AT_ONCE, now());
    buckets.set(participant, found);
    if (buckets.size > PEOPLE_MAX) {
      for (const [one, bucket] of buckets) if (bucket.isFull(now())) buckets.delete(one);
    }
    if (!found.tryTake(1, now())) throw new ApiError('too-often');
  };
}
