import { TokenBucket } from '../rooms/token-bucket.ts';

/** Wrong guesses one address may make at once, and per second after that. */
const GUESSES_AT_ONCE = 30;
const GUESSES_PER_SECOND = 0.2;
/** All addresses together: a crowd of them gains little. */
const GUESSES_AT_ONCE_EVERYWHERE = 300;
const GUESSES_PER_SECOND_EVERYWHERE = 5;
const MAX_ADDRESSES = 10_000;

/**
 * Makes codes unguessable without locking out a room full of people behind one address: only wrong
 * guesses cost, and a code that was right once from an address stays open to it, whoever else there
 * guesses. Invites are too long to guess and never come here.
 */
export class GuessLimiter {
  readonly #now: () => number;
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #known = new Map<string, Set<string>>();
  readonly #everywhere: TokenBucket;

  constructor(now: () => number) {
    this.#now = now;
    this.#everywhere = new TokenBucket(GUESSES_PER_SECOND_EVERYWHERE, GUESSES_AT_ONCE_EVERYWHERE, now());
  }

  /** Whether `code` may be looked up for `address` now. Follow it with `wrong` or `right`. */
  mayTry(address: string, code: string): boolean {
    if (this.#known.get(address)?.has(code) === true) return true;
    const now = this.#now();
    return this.#bucket(address).has(1, now) && this.#everywhere.has(1, now);
  }

  wrong(address: string): void {
    this.#bucket(address).tryTake(1, this.#now());
    this.#everywhere.tryTake(1, this.#now());
  }

  right(address: string, code: string): void {
    const known = this.#known.get(address) ?? new Set<string>();
    known.add(code);
    this.#known.set(address, known);
    this.#trim();
  }

  #bucket(address: string): TokenBucket {
    const found = this.#buckets.get(address);
    if (found !== undefined) return found;
    const made = new TokenBucket(GUESSES_PER_SECOND, GUESSES_AT_ONCE, this.#now());
    this.#buckets.set(address, made);
    this.#trim();
    return made;
  }

  #trim(): void {
    if (this.#buckets.size > MAX_ADDRESSES) {
      for (const [address, bucket] of this.#buckets)
        if (bucket.isFull(this.#now())) this.#buckets.delete(address);
    }
    for (const map of [this.#buckets, this.#known]) {
      for (const address of map.keys()) {
        if (map.size <= MAX_ADDRESSES) break;
        map.delete(address);
      }
    }
  }
}
