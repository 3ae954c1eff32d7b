import { ApiError } from '../errors.ts';
import { KeyedBuckets } from '../rates/keyed-buckets.ts';
import type { Rate } from '../rates/keyed-buckets.ts';

/** What one person may ask at once, and per second after that: more than a person does by hand. */
export const PARTICIPANT_RATE = { atOnce: 40, perSecond: 4 };
/** A facilitator's page asks for more by itself, as when a list of people is pasted. */
export const FACILITATOR_RATE = { atOnce: 300, perSecond: 15 };

/**
 * Limits requests by participant, for what changes a board outside of its connections. The answer throws `too-often`.
 * `now` in milliseconds.
 */
export function limitByPerson(now: () => number, rate: Rate): (participant: string) => void {
  const buckets = new KeyedBuckets(now, rate);
  return (participant) => {
    if (!buckets.tryTake(participant)) throw new ApiError('too-often');
  };
}
