import { Worker } from 'node:worker_threads';
import type { Clock } from '../time/clock.ts';
import * as limits from './opening-limits.ts';
import type { TrialJob, TrialResult } from './trial.ts';

/** `failed`: it cannot be opened, `tooLong` for want of time. `ended`: the server stops. */
export type Trial =
  | TrialResult
  | { readonly kind: 'failed'; readonly reason: string; readonly tooLong?: boolean }
  | { readonly kind: 'ended' };

/** Opens documents away from the event loop, to find out how long that takes. */
export interface Trials {
  run(job: TrialJob): Promise<Trial>;
  close(): Promise<void>;
}

/** The part of a worker thread this needs. */
export interface TrialWorker {
  postMessage(job: TrialJob): void;
  on(event: 'message', listener: (value: Trial) => void): unknown;
  on(event: 'error' | 'exit', listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

interface Waiting {
  readonly job: TrialJob;
  readonly finish: (trial: Trial) => void;
}

/**
 * A few threads, one document each. One that takes long goes on beside the others, so that the next is not kept waiting;
 * one that takes too long is ended.
 */
export class TrialThreads implements Trials {
  readonly #clock: Clock;
  readonly #start: () => TrialWorker;
  #waiting: Waiting[] = [];
  #idle: { worker: TrialWorker; cancel: () => void }[] = [];
  readonly #busy = new Map<TrialWorker, (trial: Trial) => void>();
  #short = 0;
  #closed = false;

  constructor(clock: Clock, start: () => TrialWorker = startWorker) {
    this.#clock = clock;
    this.#start = start;
  }

  run(job: TrialJob): Promise<Trial> {
    if (this.#closed) return Promise.resolve({ kind: 'ended' });
    return new Promise((finish) => {
      this.#waiting.push({ job, finish });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const workers = [...this.#busy.keys(), ...this.#idle.map(({ worker }) => worker)];
    for (const { finish } of this.#waiting.splice(0)) finish({ kind: 'ended' });
    for (const end of this.#busy.values()) end({ kind: 'ended' });
    for (const { cancel } of this.#idle.splice(0)) cancel();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#closed || this.#short >= limits.SHORT_TRIALS || this.#busy.size >= limits.ALL_TRIALS) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#begin(this.#takeWorker(), next);
    this.#next();
  }

  #begin(worker: TrialWorker, { job, finish }: Waiting): void {
    this.#short += 1;
    let isShort = true;
    const noLongerShort = () => {
      if (isShort) this.#short -= 1;
      isShort = false;
    };
    const cancels = [
      this.#clock.after(limits.TRIAL_SHORT_MS, () => {
        noLongerShort();
        this.#next();
      }),
      this.#clock.after(limits.TRIAL_MAX_MS, () => {
        end({
          kind: 'failed',
          tooLong: true,
          reason: `it takes longer than ${limits.TRIAL_MAX_MS / 1_000} s to open`,
        });
        void worker.terminate();
      }),
    ];
    const end = (trial: Trial) => {
      if (!this.#busy.delete(worker)) return;
      for (const cancel of cancels) cancel();
      noLongerShort();
      finish(trial);
      this.#next();
    };
    this.#busy.set(worker, end);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    worker.postMessage(job);
  }

  #takeWorker(): TrialWorker {
    const idle = this.#idle.pop();
    idle?.cancel();
    if (idle !== undefined) return idle.worker;
    const worker = this.#start();
    worker.on('message', (trial) => {
      const end = this.#busy.get(worker);
      if (end === undefined) return;
      if (!this.#closed) this.#rest(worker);
      end(trial);
    });
    const isGone = () => {
      this.#idle = this.#idle.filter((one) => one.worker !== worker);
      this.#busy.get(worker)?.({ kind: 'failed', reason: 'its thread has ended: too little memory, say' });
    };
    worker.on('error', isGone);
    worker.on('exit', isGone);
    return worker;
  }

  #rest(worker: TrialWorker): void {
    const cancel = this.#clock.after(limits.TRIAL_IDLE_MS, () => {
      this.#idle = this.#idle.filter((one) => one.worker !== worker);
      void worker.terminate();
    });
    this.#idle.push({ worker, cancel });
  }
}

function startWorker(): TrialWorker {
  const worker = new Worker(new URL('./trial-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.TRIAL_HEAP_MIB },
  });
  worker.unref();
  return worker;
}
