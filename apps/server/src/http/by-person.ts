import { ApiError } from '../errors.ts';
import { TokenBucket } from '../pace/token-bucket.ts';

/** What one person may ask at once, and per second after that: more than anybody's hands do. */
export const PARTICIPANT_RATE = { atOnce: 40, perSecond: 4 };
/** A facilitator's page asks for more by itself, as when a list of people is pasted. */
export const FACILITATOR_RATE = { atOnce: 300, perSecond: 15 };
const PEOPLE_MAX = 10_000;

/**
 * Limits requests by participant, for what changes a board outside of its connections. The answer throws `too-often`.
 * `now` in milliseconds.
 */
export function limitByPerson(
  now: () => number,
  { atOnce, perSecond }: { readonly atOnce: number; readonly perSecond: number },
): (participant: string) => void {
  const buckets = new Map<string, TokenBucket>();
  return (participant) => {
    const found = buckets.get(participant) ?? new TokenBucket(perSecond, atOnce, now());
    buckets.set(participant, found);
    if (buckets.size > PEOPLE_MAX) {
      for (const [one, bucket] of buckets) if (bucket.isFull(now())) buckets.delete(one);
    }
    if (!found.tryTake(1, now())) throw new ApiError('too-often');
  };
}
