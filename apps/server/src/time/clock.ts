/** Time as the rooms see it, so that a test can hold it still. */
export interface Clock {
  /** Milliseconds that never jump; only differences mean anything. */
  now(): number;
  /** After the events that are already waiting, before any delay. */
  soon(work: () => void): void;
  /** Runs `work` once after `ms`; the returned function calls it off. */
  after(ms: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  soon: (work) => void setImmediate(work),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
