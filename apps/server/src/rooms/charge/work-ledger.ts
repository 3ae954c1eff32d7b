import type { Clock } from '../../time/clock.ts';
import { AddressBudget, BusyAddresses } from './address-budget.ts';
import { TICK_WORK_MS } from './charge-limits.ts';
import { PersonBudget } from './person-budget.ts';
import { UnreadAnswers } from './unread-answers.ts';

/** So many people are kept in mind before those are forgotten who owe nothing and are not here. */
const KEPT_MAX = 5_000;

/** Who has used how much of the server, over all rooms. */
export class WorkLedger {
  readonly unread = new UnreadAnswers();
  readonly #clock: Clock;
  readonly #stopwatch: () => number;
  readonly #people = new Map<string, PersonBudget>();
  readonly #addresses = new Map<string, AddressBudget>();
  readonly #busy = new BusyAddresses();
  #sweepAt = KEPT_MAX;
  /** Work of ticks since the event loop last looked at its sockets. */
  #turnMs = 0;

  /** `stopwatch`: milliseconds that work has taken so far, as `threadMs`. */
  constructor(clock: Clock, stopwatch: () => number) {
    this.#clock = clock;
    this.#stopwatch = stopwatch;
  }

  /** `address`: where they come from; '' where no person knows. */
  person(participant: string, address = ''): PersonBudget {
    const found = this.#people.get(participant) ?? new PersonBudget(this.#clock);
    this.#people.set(participant, found);
    if (address !== '') found.isAt(this.#addressOf(address));
    if (this.#people.size > this.#sweepAt) this.#sweep();
    return found;
  }

  /** Runs `work`; answers what it answers and how many milliseconds it took. */
  measure<T>(work: () => T): { readonly value: T; readonly ms: number } {
    const from = this.#stopwatch();
    const value = work();
    return { value, ms: this.#stopwatch() - from };
  }

  /** Ticks have worked for `ms` more. */
  spend(ms: number): void {
    if (ms <= 0) return;
    if (this.#turnMs === 0) this.#clock.soon(() => (this.#turnMs = 0));
    this.#turnMs += ms;
  }

  /** The loop should look at its sockets before any tick goes on. */
  get isTurnOver(): boolean {
    return this.#turnMs >= TICK_WORK_MS;
  }

  /** Runs `work` now, or once the loop has looked at its sockets. */
  whenLoopIsFree(work: () => void): void {
    if (this.isTurnOver) this.#clock.soon(() => this.whenLoopIsFree(work));
    else work();
  }

  #addressOf(address: string): AddressBudget {
    const found = this.#addresses.get(address) ?? new AddressBudget(address, this.#clock, this.#busy);
    this.#addresses.set(address, found);
    return found;
  }

  #sweep(): void {
    for (const [address, budget] of this.#addresses) if (budget.isIdle) this.#addresses.delete(address);
    for (const [participant, budget] of this.#people) if (budget.isIdle) this.#people.delete(participant);
    this.#sweepAt = Math.max(KEPT_MAX, this.#people.size * 2);
  }
}
