import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Inspection } from './inspect.ts';
import { TRIAL_HEAP_MIB } from './opening-limits.ts';
import type { TrialJob } from './trial.ts';

interface Thread {
  readonly worker: Worker;
  readonly here: MessagePort;
  readonly done: Int32Array<SharedArrayBuffer>;
}

/** `inspect` for a program that does nothing meanwhile: in a thread, so that it can be ended. */
export class Inspector {
  #thread: Thread | null = null;

  /** Null where it takes longer than `maxMs`, or more memory than there is. */
  inspect(job: TrialJob, maxMs: number): Inspection | null {
    const { done, here } = (this.#thread ??= startThread());
    Atomics.store(done, 0, 0);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    here.postMessage(job);
    Atomics.wait(done, 0, 0, maxMs);
    const answer = receiveMessageOnPort(here)?.message as Inspection | undefined;
    if (answer === undefined) this.close();
    return answer ?? null;
  }

  close(): void {
    this.#thread?.here.close();
    void this.#thread?.worker.terminate();
    this.#thread = null;
  }
}

function startThread(): Thread {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1: here, port2: port } = new MessageChannel();
  const worker = new Worker(new URL('./inspect-worker.ts', import.meta.url), {
    workerData: { port, done },
    transferList: [port],
    resourceLimits: { maxOldGenerationSizeMb: TRIAL_HEAP_MIB },
  });
  worker.on('error', () => {});
  return { worker, here, done };
}
