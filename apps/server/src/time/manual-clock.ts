import type { Clock } from './clock.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
}

/** A clock a test moves by hand. Work runs in the order it falls due. */
export class ManualClock implements Clock {
  #now = 0;
  #order = 0;
  #due: Due[] = [];

  now(): number {
    return this.#now;
  }

  soon(work: () => void): void {
    this.after(0, work);
  }

  after(ms: number, work: () => void): () => void {
    const due: Due = { at: this.#now + ms, order: this.#order++, work };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((one) => one !== due);
    };
  }

  /** Moves time on, letting promises settle between one piece of work and the next. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (;;) {
      const next = this.#due
        .filter((one) => one.at <= end)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (next === undefined) break;
      this.#due = this.#due.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.work();
      await settle();
    }
    this.#now = end;
  }

  /** How much work is waiting: a room that is gone leaves none. */
  get waiting(): number {
    return this.#due.length;
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
