import type { Clock } from '../../time/clock.ts';
import { tickMs } from '../limits/room-limits.ts';

/**
 * When a room ticks. What comes after a pause goes at once. In a stream the first that waits, waits as long as any
 * person may: a round of writes to all clients then carries as much as it can.
 */
export class TickPace {
  readonly #clock: Clock;
  #isDue = false;
  #lastAt = -Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs `tick` once it is time, for what has waited since `since`; nothing where one is due already. */
  schedule(since: number, seats: number, tick: () => void): void {
    if (this.#isDue) return;
    this.#isDue = true;
    const run = () => {
      this.#isDue = false;
      tick();
    };
    const pauseMs = tickMs(seats);
    const wait = since - this.#lastAt >= pauseMs ? 0 : since + pauseMs - this.#clock.now();
    if (wait <= 0) this.#clock.soon(run);
    else this.#clock.after(wait, run);
  }

  /** A tick takes what waits, now. */
  ticks(): void {
    this.#lastAt = this.#clock.now();
  }
}
