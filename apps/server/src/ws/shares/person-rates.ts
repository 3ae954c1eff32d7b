import type { Clock } from '../../time/clock.ts';
import { TokenBucket } from '../../rates/token-bucket.ts';
import { BYTES_BURST, BYTES_PER_SECOND, MESSAGES_BURST, MESSAGES_PER_SECOND } from './share-limits.ts';

const MAX_KEPT = 10_000;

/** What one person may send, over all their tabs and devices on a board and its private document. */
export interface PersonRate {
  /** Pays for `messages` of so many bytes together; answers how many ms nothing more is to be read. */
  pay(messages: number, bytes: number): number;
}

interface Buckets extends PersonRate {
  isFull(): boolean;
}

/** One allowance for each person on each board, kept until it is whole again: reconnecting brings nothing. */
export class PersonRates {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #people = new Map<string, Buckets>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  of(person: string): PersonRate {
    const found = this.#people.get(person) ?? this.#buckets();
    this.#people.set(person, found);
    if (this.#people.size > MAX_KEPT) this.sweep();
    return found;
  }

  /** Forgets whom forgetting changes nothing for. */
  sweep(): void {
    for (const [person, buckets] of this.#people) if (buckets.isFull()) this.#people.delete(person);
  }

  #buckets(): Buckets {
    const now = () => this.#clock.now();
    const messages = new TokenBucket(MESSAGES_PER_SECOND, MESSAGES_BURST, now());
    const bytes = new TokenBucket(BYTES_PER_SECOND, BYTES_BURST, now());
    return {
      pay: (count, size) => Math.max(messages.take(count, now()), bytes.take(size, now())),
      isFull: () => messages.isFull(now()) && bytes.isFull(now()),
    };
  }
}
