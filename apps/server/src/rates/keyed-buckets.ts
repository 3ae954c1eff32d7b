import { TokenBucket } from './token-bucket.ts';

export interface Rate {
  readonly atOnce: number;
  readonly perSecond: number;
}

const KEYS_MAX = 10_000;

/**
 * One token bucket for each key: a person, an address, a board. Past `KEYS_MAX` keys the one that has been quiet longest is
 * forgotten, so strangers with many addresses cost no more memory and no longer search. `now` in milliseconds.
 */
export class KeyedBuckets {
  readonly #now: () => number;
  readonly #rate: Rate;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(now: () => number, rate: Rate) {
    this.#now = now;
    this.#rate = rate;
  }

  /** Takes `cost` only if all of it is there. */
  tryTake(key: string, cost = 1): boolean {
    return this.#of(key).tryTake(cost, this.#now());
  }

  has(key: string, cost = 1): boolean {
    return this.#buckets.get(key)?.has(cost, this.#now()) ?? cost <= this.#rate.atOnce;
  }

  /** Takes `cost`, into debt if need be; a negative cost is paid back. */
  take(key: string, cost = 1): void {
    this.#of(key).take(cost, this.#now());
  }

  /** As if nothing had been taken under any key that begins so. */
  forgetFrom(start: string): void {
    for (const key of this.#buckets.keys()) if (key.startsWith(start)) this.#buckets.delete(key);
  }

  #of(key: string): TokenBucket {
    const { atOnce, perSecond } = this.#rate;
    const bucket = this.#buckets.get(key) ?? new TokenBucket(perSecond, atOnce, this.#now());
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    const [quietest] = this.#buckets.keys();
    if (this.#buckets.size > KEYS_MAX && quietest !== undefined) this.#buckets.delete(quietest);
    return bucket;
  }
}
