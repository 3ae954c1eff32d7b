import type { Clock } from '../../time/clock.ts';
import { TokenBucket } from '../../rates/token-bucket.ts';
import { PersonShare } from './person-share.ts';
import type { AddressBudget } from './address-budget.ts';
import {
  LITTLE_BURST_MS,
  LITTLE_SHARE,
  STEPS_PER_MINUTE,
  WORK_BURST_MS,
  WORK_SHARE,
  costOf,
} from './charge-limits.ts';

/** One connection of a person, as far as paying for work goes. */
export interface Member {
  /** Stops reading from it. */
  stop(): void;
  /** Reads from it again. */
  goOn(): void;
}

/**
 * What one person has left of steps and of the event loop, over all their tabs, devices and documents. While something is
 * owed none of their connections is read; nothing that was sent is lost.
 */
export class PersonBudget {
  readonly share: PersonShare;
  readonly #clock: Clock;
  readonly #steps: TokenBucket;
  readonly #work: TokenBucket;
  /** Not empty for a person who uses little. */
  readonly #little: TokenBucket;
  #address: AddressBudget | null = null;
  readonly #members = new Set<Member>();
  #heldUntil = -Infinity;
  #cancelLook: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.share = new PersonShare(clock);
    this.#steps = new TokenBucket(STEPS_PER_MINUTE / 60, STEPS_PER_MINUTE, clock.now());
    this.#work = new TokenBucket(WORK_SHARE * 1_000, WORK_BURST_MS, clock.now());
    this.#little = new TokenBucket(LITTLE_SHARE * 1_000, LITTLE_BURST_MS, clock.now());
  }

  /** Something is owed. */
  get isHeld(): boolean {
    return this.#heldUntil > this.#clock.now();
  }
  /** Milliseconds of the loop used lately: 0 for a person who has done nothing for a while. */
  get usedMs(): number {
    return WORK_BURST_MS - this.#work.levelAt(this.#clock.now());
  }
  /** No person is connected and nothing is owed: forgetting it changes nothing. */
  get isIdle(): boolean {
    const now = this.#clock.now();
    return (
      this.#members.size === 0 && this.#steps.isFull(now) && this.#work.isFull(now) && this.share.isWhole
    );
  }

  /** Where this person works from: the newest of their connections. */
  isAt(address: AddressBudget): void {
    this.#address = address;
  }

  /** A connection of this person; the returned function takes it away again. */
  join(member: Member): () => void {
    this.#members.add(member);
    if (this.isHeld) {
      member.stop();
      this.#lookLater();
    }
    return () => {
      this.#members.delete(member);
      if (this.#members.size > 0) return;
      this.#cancelLook?.();
      this.#cancelLook = null;
    };
  }

  /** `ms` of the loop were spent at one time on what this person sent. */
  charge(ms: number): void {
    const now = this.#clock.now();
    const usesMuch = this.#little.take(ms, now) > 0;
    const own = this.#work.take(costOf(ms), now);
    const theirs = this.#address?.charge(ms) ?? 0;
    const wait = Math.max(own, usesMuch ? theirs : 0);
    if (wait > 0) this.#hold(wait);
  }

  /**
   * Takes `steps` if they are there. Else takes none, answers false, and holds the person until they will be; more than
   * fit into a minute are paid with a whole minute.
   */
  paySteps(steps: number): boolean {
    const now = this.#clock.now();
    const due = Math.min(steps, STEPS_PER_MINUTE);
    if (this.#steps.tryTake(due, now)) return true;
    this.#hold(this.#steps.waitFor(due, now));
    return false;
  }

  #hold(ms: number): void {
    const wasHeld = this.isHeld;
    this.#heldUntil = Math.max(this.#heldUntil, this.#clock.now() + ms);
    if (!wasHeld) for (const member of this.#members) member.stop();
    this.#lookLater();
  }

  #lookLater(): void {
    if (this.#members.size === 0) return;
    this.#cancelLook ??= this.#clock.after(this.#heldUntil - this.#clock.now(), () => {
      this.#cancelLook = null;
      if (this.isHeld) return this.#lookLater();
      for (const member of this.#members) member.goOn();
    });
  }
}
