import { Worker } from 'node:worker_threads';
import type { ExportResult } from '@coherence/export';
import type { Clock } from '../pace/clock.ts';
import type { ReadJob, ReadResult, WriteJob } from './file-jobs.ts';

/** More than this would be waited for longer than anybody waits. */
const MAX_WAITING = 24;
/** A picture of the largest size takes some 4 s on an idle machine. */
const JOB_MS = 60_000;
const HEAP_MIB = 1024;
/** WebAssembly never gives memory back: only the end of its thread does. */
export const IDLE_MS = 30_000;

/** `busy`: too many are waiting, try later. `too-heavy`: more time or memory than one file may take. `ended`: it failed. */
export type Unfinished = 'busy' | 'too-heavy' | 'ended';
export type Finished<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Unfinished };

/** Writes and reads files away from the event loop, which they would stop for seconds. */
export interface Files {
  write(job: WriteJob): Promise<Finished<ExportResult>>;
  read(job: ReadJob): Promise<Finished<ReadResult>>;
  close(): Promise<void>;
}

/** The part of a worker thread this needs. */
interface FileWorker {
  postMessage(job: WriteJob | ReadJob): void;
  on(event: 'message', listener: (value: unknown) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

interface Waiting {
  readonly job: WriteJob | ReadJob;
  readonly finish: (finished: Finished<unknown>) => void;
}

/** One thread, started by the first file and ended when idle. One file at a time, in the order of asking. */
export class FileThread implements Files {
  readonly #clock: Clock;
  readonly #start: () => FileWorker;
  #worker: FileWorker | null = null;
  #current: Waiting | null = null;
  #waiting: Waiting[] = [];
  #cancelTimer: (() => void) | null = null;
  #closed = false;

  constructor(clock: Clock, start: () => FileWorker = startWorker) {
    this.#clock = clock;
    this.#start = start;
  }

  get isRunning(): boolean {
    return this.#worker !== null;
  }

  write(job: WriteJob): Promise<Finished<ExportResult>> {
    return this.#ask(job) as Promise<Finished<ExportResult>>;
  }

  read(job: ReadJob): Promise<Finished<ReadResult>> {
    return this.#ask(job) as Promise<Finished<ReadResult>>;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const abandoned = this.#waiting;
    this.#waiting = [];
    await this.#end('ended');
    for (const one of abandoned) one.finish({ ok: false, error: 'ended' });
  }

  #ask(job: WriteJob | ReadJob): Promise<Finished<unknown>> {
    if (this.#closed) return Promise.resolve({ ok: false, error: 'ended' });
    if (this.#waiting.length >= MAX_WAITING) return Promise.resolve({ ok: false, error: 'busy' });
    return new Promise((finish) => {
      this.#waiting.push({ job, finish });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== null) return;
    this.#cancelTimer?.();
    const next = this.#waiting.shift();
    if (next === undefined) {
      this.#cancelTimer = this.#clock.after(IDLE_MS, () => void this.#end('ended'));
      return;
    }
    this.#current = next;
    this.#worker ??= this.#begin();
    this.#cancelTimer = this.#clock.after(JOB_MS, () => void this.#end('too-heavy'));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    this.#worker.postMessage(next.job);
  }

  #begin(): FileWorker {
    const worker = this.#start();
    const isMine = () => this.#worker === worker;
    worker.on('message', (value) => {
      if (isMine()) this.#finish({ ok: true, value });
    });
    worker.on('error', (error) => {
      if (isMine()) void this.#end(isOutOfMemory(error) ? 'too-heavy' : 'ended');
    });
    worker.on('exit', () => {
      if (isMine()) void this.#end('ended');
    });
    return worker;
  }

  #finish(finished: Finished<unknown>): void {
    const current = this.#current;
    this.#current = null;
    current?.finish(finished);
    this.#next();
  }

  /** Ends the thread; whoever it was working for is told why. */
  async #end(why: Unfinished): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#current !== null) this.#finish({ ok: false, error: why });
    await worker?.terminate();
  }
}

function startWorker(): FileWorker {
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  worker.unref();
  return worker;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
