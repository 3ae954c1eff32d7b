import type { Clock } from '../../time/clock.ts';
import { TokenBucket } from '../../rates/token-bucket.ts';
import {
  ANSWER_BYTES_BURST,
  ANSWER_BYTES_PER_SECOND,
  PRESENCE_BYTES_BURST,
  PRESENCE_BYTES_PER_SECOND,
  QUESTIONS_BURST,
  QUESTIONS_PER_SECOND,
} from './charge-limits.ts';

/** What one person may be answered and may show of themselves, over all their tabs, devices and documents. */
export class PersonShare {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #questions: TokenBucket;
  readonly #answers: TokenBucket;
  readonly #presence: TokenBucket;

  constructor(clock: Pick<Clock, 'now'>) {
    const now = clock.now();
    this.#clock = clock;
    this.#questions = new TokenBucket(QUESTIONS_PER_SECOND, QUESTIONS_BURST, now);
    this.#answers = new TokenBucket(ANSWER_BYTES_PER_SECOND, ANSWER_BYTES_BURST, now);
    this.#presence = new TokenBucket(PRESENCE_BYTES_PER_SECOND, PRESENCE_BYTES_BURST, now);
  }

  /** Forgetting it changes nothing. */
  get isWhole(): boolean {
    const now = this.#clock.now();
    return [this.#questions, this.#answers, this.#presence].every((bucket) => bucket.isFull(now));
  }

  /** One more question that brings everyone's state or the board; answers how many ms it has to wait. */
  asks(): number {
    const now = this.#clock.now();
    return Math.max(this.#questions.take(1, now), this.#answers.take(0, now));
  }

  /** Was sent so many bytes in answer to a question. */
  answered(bytes: number): void {
    this.#answers.take(bytes, this.#clock.now());
  }

  /** Whether others are told of a new state of so many bytes. */
  mayShow(bytes: number): boolean {
    return this.#presence.tryTake(bytes, this.#clock.now());
  }
}
