import { FairQueue } from './fair-queue.ts';
import type { Path } from './fair-queue.ts';

/**
 * Lets so many pieces of work run at once; what waits takes turns as in `FairQueue`, piece for piece. Where hundreds ask
 * at once, what others do beside them waits for a few pieces and not for all.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #waiting = new FairQueue<() => void>();
  #running = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** What `work` gives; rejects with what it throws. */
  async run<T>(path: Path, work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atOnce) {
      await new Promise<void>((begin) => this.#waiting.push(path, begin));
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  /** Hands the place on. */
  #next(): void {
    const next = this.#waiting.shift();
    if (next === null) {
      this.#running -= 1;
      return;
    }
    this.#waiting.spend(next.path, 1);
    next.work();
  }
}
