/** Allows `burst` at once and `perSecond` in the long run; overdrawing is allowed and paid off by waiting. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #level: number;
  #at: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#level = burst;
    this.#at = now;
  }

  /** Takes `cost`; answers the milliseconds to wait before the next, 0 while there is allowance. */
  take(cost: number, now: number): number {
    this.#refill(now);
    this.#level -= cost;
    return this.#level >= 0 ? 0 : Math.ceil((-this.#level / this.#perSecond) * 1000);
  }

  /** Takes `cost` only if all of it is there. */
  tryTake(cost: number, now: number): boolean {
    this.#refill(now);
    if (this.#level < cost) return false;
    this.#level -= cost;
    return true;
  }

  /** Whether `amount` is there, without taking it. */
  has(amount: number, now: number): boolean {
    this.#refill(now);
    return this.#level >= amount;
  }

  /** What is there; below zero while something is owed. */
  levelAt(now: number): number {
    this.#refill(now);
    return this.#level;
  }

  /** Milliseconds until `amount` is there. */
  waitFor(amount: number, now: number): number {
    return Math.max(0, Math.ceil(((amount - this.levelAt(now)) / this.#perSecond) * 1000));
  }

  /** True when it has filled up again, so that forgetting it changes nothing. */
  isFull(now: number): boolean {
    this.#refill(now);
    return this.#level >= this.#burst;
  }

  #refill(now: number): void {
    this.#level = Math.min(this.#burst, this.#level + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
  }
}
