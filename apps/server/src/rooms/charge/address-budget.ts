import type { Clock } from '../../time/clock.ts';
import { TokenBucket } from '../../rates/token-bucket.ts';
import * as limits from './charge-limits.ts';

/** Which addresses had work done for them last. */
export class BusyAddresses {
  #latest = { address: '', at: -Infinity };
  /** The latest of another address than that. */
  #before = { address: '', at: -Infinity };

  worked(address: string, at: number): void {
    if (address !== this.#latest.address) this.#before = this.#latest;
    this.#latest = { address, at };
  }

  /** A person elsewhere needs the server too. */
  hasOthers(address: string, now: number): boolean {
    const other = this.#latest.address === address ? this.#before : this.#latest;
    return now - other.at <= limits.BUSY_MS;
  }
}

/**
 * What the people of one address have left of the event loop together, because one person can make many boards or join
 * many times. It limits only people who use more than a little, and only while people at other addresses need the
 * server: a school is one address too.
 */
export class AddressBudget {
  readonly #address: string;
  readonly #clock: Clock;
  readonly #busy: BusyAddresses;
  readonly #work: TokenBucket;

  constructor(address: string, clock: Clock, busy: BusyAddresses) {
    this.#address = address;
    this.#clock = clock;
    this.#busy = busy;
    const perSecond = limits.ADDRESS_SHARE * 1_000;
    this.#work = new TokenBucket(perSecond, limits.ADDRESS_BURST_MS, clock.now());
  }

  get isIdle(): boolean {
    return this.#work.isFull(this.#clock.now());
  }

  /** `ms` of the loop were spent for a person here. Answers for how many milliseconds they wait if they use much. */
  charge(ms: number): number {
    const now = this.#clock.now();
    this.#busy.worked(this.#address, now);
    const wait = this.#work.take(ms, now);
    return this.#busy.hasOthers(this.#address, now) ? Math.min(wait, limits.ADDRESS_HOLD_MS) : 0;
  }
}
