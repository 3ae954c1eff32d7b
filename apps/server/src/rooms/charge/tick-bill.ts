import type { PersonBudget } from './person-budget.ts';
import { TICK_BYTES } from './charge-limits.ts';
import type { WorkLedger } from './work-ledger.ts';

/**
 * What one tick costs and who pays for it. An update is paid for by who sent it as soon as it is done; the rest (tidying
 * up, encoding, sending to all clients) by all senders of the tick, by their bytes.
 */
export class TickBill {
  readonly #ledger: WorkLedger;
  readonly #bytesOf = new Map<PersonBudget, number>();
  #bytes = 0;
  #restMs = 0;

  constructor(ledger: WorkLedger) {
    this.#ledger = ledger;
  }

  /** What follows belongs into another tick. */
  get isFull(): boolean {
    return this.#bytes >= TICK_BYTES || this.#ledger.isTurnOver;
  }

  /** Runs `work` on an update of so many bytes that `person` sent. */
  update<T>(person: PersonBudget, bytes: number, work: () => T): T {
    const { value, ms } = this.#ledger.measure(work);
    this.#bytes += bytes;
    this.#bytesOf.set(person, (this.#bytesOf.get(person) ?? 0) + bytes);
    // Within `rest`: counted there once more otherwise.
    this.#restMs -= ms;
    this.#ledger.spend(ms);
    person.charge(ms);
    return value;
  }

  /** Runs `work` that all of the tick cause, its updates among it. */
  rest<T>(work: () => T): T {
    const before = this.#restMs;
    const { value, ms } = this.#ledger.measure(work);
    this.#ledger.spend(ms + this.#restMs - before);
    this.#restMs += ms;
    return value;
  }

  /** Everything has been done: shares out the rest. */
  settle(): void {
    for (const [person, bytes] of this.#bytesOf) person.charge((this.#restMs * bytes) / this.#bytes);
    this.#bytesOf.clear();
    this.#restMs = 0;
  }
}
