import { TokenBucket } from '../pace/token-bucket.ts';

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
  /** Codes being looked up, by address: paid for, and not known yet to be right. */
  readonly #tried = new Map<string, Set<string>>();

  constructor(now: () => number) {
    this.#now = now;
    this.#everywhere = new TokenBucket(GUESSES_PER_SECOND_EVERYWHERE, GUESSES_AT_ONCE_EVERYWHERE, now());
  }

  /**
   * Looks `code` up for `address`; 'too-many' when that may not be now. A guess is paid for before the answer is there,
   * so that many at once are no way around; the same code many times at once is one guess, and a right one is paid back.
   */
  async guess<T>(
    address: string,
    code: string,
    lookUp: () => Promise<T | null>,
  ): Promise<T | null | 'too-many'> {
    if (this.#known.get(address)?.has(code) === true) return lookUp();
    const tried = this.#tried.get(address) ?? new Set<string>();
    if (tried.has(code)) return this.#noted(address, code, await lookUp());
    const now = this.#now();
    const [own, everywhere] = [this.#bucket(address), this.#everywhere];
    if (!own.has(1, now) || !everywhere.has(1, now)) return 'too-many';
    for (const bucket of [own, everywhere]) bucket.take(1, now);
    this.#tried.set(address, tried.add(code));
    try {
      const found = this.#noted(address, code, await lookUp());
      if (found !== null) for (const bucket of [own, everywhere]) bucket.take(-1, this.#now());
      return found;
    } finally {
      tried.delete(code);
      if (tried.size === 0) this.#tried.delete(address);
    }
  }

  #noted<T>(address: string, code: string, found: T | null): T | null {
    if (found !== null) this.#right(address, code);
    return found;
  }

  #right(address: string, code: string): void {
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
