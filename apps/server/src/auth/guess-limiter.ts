import { siteOf } from './network.ts';
import { KeyedBuckets } from '../rates/keyed-buckets.ts';

/** Wrong guesses of one address, and of all together, against every code on the server. */
const OWN = { atOnce: 30, perSecond: 0.2 };
const EVERYWHERE = { atOnce: 300, perSecond: 5 };
/**
 * Past that a code is compared only with the rooms that are open now: some twenty codes of 890 million, so that all these
 * tries together find one in some ten days. What one address may try, all together, and what each site may try besides,
 * however many others guess.
 */
const OPEN_OWN = { atOnce: 100, perSecond: 10 };
const OPEN_EVERYWHERE = { atOnce: 300, perSecond: 50 };
const OPEN_FIRST = { atOnce: 3, perSecond: 1 / 60 };
const ADDRESSES_MAX = 10_000;
const CODES_MAX = 200;
const ALL = 'all';

/** How a code is looked up: among all boards, and among those on which a person is now. */
export interface LookUps<T> {
  readonly all: () => Promise<T | null>;
  readonly open: () => Promise<T | null>;
}

/**
 * Makes codes unguessable without locking out a room full of people behind one address. Only wrong guesses cost. A
 * code that was right once from an address, or whose board a person uses from there, stays open to it. Who
 * meets a limit that others have used up still gets into a room that is open now. Invites are too long to guess and
 * never come here.
 */
export class GuessLimiter {
  readonly #own: KeyedBuckets;
  readonly #everywhere: KeyedBuckets;
  readonly #openOwn: KeyedBuckets;
  readonly #openEverywhere: KeyedBuckets;
  readonly #openFirst: KeyedBuckets;
  readonly #known = new Map<string, Set<string>>();
  /** Codes being looked up, by address: paid for, and not known yet to be right. */
  readonly #tried = new Map<string, Set<string>>();

  constructor(now: () => number) {
    this.#own = new KeyedBuckets(now, OWN);
    this.#everywhere = new KeyedBuckets(now, EVERYWHERE);
    this.#openOwn = new KeyedBuckets(now, OPEN_OWN);
    this.#openEverywhere = new KeyedBuckets(now, OPEN_EVERYWHERE);
    this.#openFirst = new KeyedBuckets(now, OPEN_FIRST);
  }

  /**
   * Looks `code` up for `address`; 'too-many' when that may not be now. A guess is paid for before the answer is there,
   * so that many at once are no way around; the same code many times at once is one guess, and a right one is paid back.
   */
  async guess<T>(address: string, code: string, lookUps: LookUps<T>): Promise<T | null | 'too-many'> {
    if (this.#known.get(address)?.has(code) === true) return lookUps.all();
    const tried = this.#tried.get(address) ?? new Set<string>();
    if (tried.has(code)) return this.#noted(address, code, await lookUps.all());
    if (!this.#own.has(address) || !this.#everywhere.has(ALL)) return this.#guessOpen(address, code, lookUps);
    this.#pay(address, 1);
    this.#tried.set(address, tried.add(code));
    try {
      const found = this.#noted(address, code, await lookUps.all());
      if (found !== null) this.#pay(address, -1);
      return found;
    } finally {
      tried.delete(code);
      if (tried.size === 0) this.#tried.delete(address);
    }
  }

  /** A person at this address has a token of the board with this code: people at the same address may type it, too. */
  knows(address: string, code: string): void {
    const known = this.#known.get(address) ?? new Set<string>();
    this.#known.delete(address);
    this.#known.set(address, known);
    known.delete(code);
    known.add(code);
    const [oldest] = known;
    if (known.size > CODES_MAX && oldest !== undefined) known.delete(oldest);
    const [quietest] = this.#known.keys();
    if (this.#known.size > ADDRESSES_MAX && quietest !== undefined) this.#known.delete(quietest);
  }

  /** A wrong code here is answered as an untried one: only a room that is open now tells that it is there. */
  async #guessOpen<T>(address: string, code: string, { open }: LookUps<T>): Promise<T | 'too-many'> {
    if (!this.#mayTryOpen(address)) return 'too-many';
    return this.#noted(address, code, await open()) ?? 'too-many';
  }

  #mayTryOpen(address: string): boolean {
    if (this.#openFirst.tryTake(siteOf(address))) return true;
    if (!this.#openEverywhere.has(ALL) || !this.#openOwn.tryTake(address)) return false;
    return this.#openEverywhere.tryTake(ALL);
  }

  #pay(address: string, cost: number): void {
    this.#own.take(address, cost);
    this.#everywhere.take(ALL, cost);
  }

  #noted<T>(address: string, code: string, found: T | null): T | null {
    if (found !== null) this.knows(address, code);
    return found;
  }
}
