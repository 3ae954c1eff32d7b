import { Worker } from 'node:worker_threads';
import type { ExportResult } from '@coherence/report';
import type { Clock } from '../time/clock.ts';
import type { CopyJob, Job, PackJob, ReadJob, ReadResult, WriteJob } from './file-jobs.ts';
import { FairQueue } from '../queues/fair-queue.ts';
import type { Path } from '../queues/fair-queue.ts';

/**
 * Files that may wait: of one person, one board, one address, and of all people. More than honest classes ask for at
 * once.
 */
const WAITING_MAX = { person: 4, board: 24, address: 60, all: 300 } as const;
/** A picture of the largest size takes some 4 s on an idle machine. */
const JOB_MS = 30_000;
const HEAP_MIB = 1024;
/** WebAssembly never gives memory back: only the end of its thread does. */
export const IDLE_MS = 30_000;

/**
 * `too-many`: this person waits for others already. `busy`: too many are waiting, try later. `too-heavy`: more time or
 * memory than one file may take. `ended`: it failed.
 */
export type FileFailure = 'too-many' | 'busy' | 'too-heavy' | 'ended';
export type FileResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: FileFailure };

/** Who asks for a file: address as limits count it, board and participant, '' where there is none yet. */
export interface Asker {
  readonly address: string;
  readonly board: string;
  readonly person: string;
}

/**
 * Writes and reads files away from the event loop, which they would stop for seconds. What is to be written is fetched
 * when its turn comes, so that what waits takes no memory; where that fails, these reject with its reason.
 */
export interface Files {
  write(asker: Asker, fetch: () => Promise<WriteJob>): Promise<FileResult<ExportResult>>;
  read(asker: Asker, job: ReadJob): Promise<FileResult<ReadResult>>;
  /** A board's copy to rehearse on, as one Yjs update. */
  copy(asker: Asker, fetch: () => Promise<CopyJob>): Promise<FileResult<Uint8Array>>;
  /** A board with all that was taken off it, as a packed version. */
  pack(asker: Asker, fetch: () => Promise<PackJob>): Promise<FileResult<Uint8Array>>;
  /** A packed version as text; null where it is none. */
  unpack(asker: Asker, packed: Uint8Array): Promise<FileResult<string | null>>;
  /** A packed version without the words of these factors; null where it is none. */
  redact(
    asker: Asker,
    packed: Uint8Array,
    factors: ReadonlySet<string>,
  ): Promise<FileResult<Uint8Array | null>>;
  close(): Promise<void>;
}

/** The part of a worker thread this needs. */
interface FileWorker {
  postMessage(job: Job): void;
  on(event: 'message', listener: (value: unknown) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

interface Waiting {
  readonly fetch: () => Promise<Job>;
  readonly finish: (finished: FileResult<unknown>) => void;
  readonly fail: (error: unknown) => void;
}
interface Current extends Waiting {
  readonly path: Path;
  readonly since: number;
}

/**
 * One thread, started by the first file and ended when idle. One file at a time: addresses take turns by the time their
 * files took, and so do boards within an address and people within a board.
 */
export class FileThread implements Files {
  readonly #clock: Clock;
  readonly #start: () => FileWorker;
  #worker: FileWorker | null = null;
  #current: Current | null = null;
  readonly #waiting = new FairQueue<Waiting>();
  #cancelTimer: (() => void) | null = null;
  #closed = false;

  constructor(clock: Clock, start: () => FileWorker = startWorker) {
    this.#clock = clock;
    this.#start = start;
  }

  get isRunning(): boolean {
    return this.#worker !== null;
  }

  write(asker: Asker, fetch: () => Promise<WriteJob>): Promise<FileResult<ExportResult>> {
    return this.#ask(asker, fetch) as Promise<FileResult<ExportResult>>;
  }

  read(asker: Asker, job: ReadJob): Promise<FileResult<ReadResult>> {
    return this.#ask(asker, () => Promise.resolve(job)) as Promise<FileResult<ReadResult>>;
  }

  copy(asker: Asker, fetch: () => Promise<CopyJob>): Promise<FileResult<Uint8Array>> {
    return this.#ask(asker, fetch) as Promise<FileResult<Uint8Array>>;
  }

  pack(asker: Asker, fetch: () => Promise<PackJob>): Promise<FileResult<Uint8Array>> {
    return this.#ask(asker, fetch) as Promise<FileResult<Uint8Array>>;
  }

  unpack(asker: Asker, packed: Uint8Array): Promise<FileResult<string | null>> {
    return this.#ask(asker, async () => ({ kind: 'unpack', packed })) as Promise<FileResult<string | null>>;
  }

  redact(asker: Asker, packed: Uint8Array, factors: ReadonlySet<string>) {
    const job = async (): Promise<Job> => ({ kind: 'redact', packed, factors });
    return this.#ask(asker, job) as Promise<FileResult<Uint8Array | null>>;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const abandoned = this.#waiting.clear();
    await this.#end('ended');
    for (const one of abandoned) one.finish({ ok: false, error: 'ended' });
  }

  #ask(asker: Asker, fetch: Waiting['fetch']): Promise<FileResult<unknown>> {
    if (this.#closed) return Promise.resolve({ ok: false, error: 'ended' });
    const { address, board, person } = asker;
    const refused = this.#refusal(asker);
    if (refused !== null) return Promise.resolve({ ok: false, error: refused });
    return new Promise((finish, fail) => {
      this.#waiting.push([address, board, person], { fetch, finish, fail });
      this.#next();
    });
  }

  #refusal({ address, board, person }: Asker): 'too-many' | 'busy' | null {
    const waiting = this.#waiting;
    if (person !== '' && waiting.sizeAt([address, board, person]) >= WAITING_MAX.person) return 'too-many';
    if (board !== '' && waiting.sizeAt([address, board]) >= WAITING_MAX.board) return 'busy';
    if (waiting.sizeAt([address]) >= WAITING_MAX.address) return 'busy';
    return waiting.size >= WAITING_MAX.all ? 'busy' : null;
  }

  #next(): void {
    if (this.#current !== null) return;
    this.#cancelTimer?.();
    const next = this.#waiting.shift();
    if (next === null) {
      this.#cancelTimer = this.#clock.after(IDLE_MS, () => void this.#end('ended'));
      return;
    }
    const current = { ...next.work, path: next.path, since: this.#clock.now() };
    this.#current = current;
    this.#cancelTimer = this.#clock.after(JOB_MS, () => void this.#end('too-heavy'));
    void this.#begins(current);
  }

  async #begins(current: Current): Promise<void> {
    try {
      const job = await current.fetch();
      if (this.#current !== current) return;
      this.#worker ??= this.#begin();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      this.#worker.postMessage(job);
    } catch (error) {
      current.fail(error);
      if (this.#current === current) this.#finish({ ok: false, error: 'ended' });
    }
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

  #finish(finished: FileResult<unknown>): void {
    const current = this.#current;
    this.#current = null;
    if (current !== null) this.#waiting.spend(current.path, this.#clock.now() - current.since);
    current?.finish(finished);
    this.#next();
  }

  /** Ends the thread; the job it was working on fails with `ended`. */
  async #end(why: FileFailure): Promise<void> {
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
