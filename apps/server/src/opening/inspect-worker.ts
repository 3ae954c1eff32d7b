import { workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { inspect } from './inspect.ts';
import type { TrialJob } from './trial.ts';

const { port, done } = workerData as { port: MessagePort; done: Int32Array<SharedArrayBuffer> };

async function answer(job: TrialJob): Promise<void> {
  port.postMessage(await inspect(job));
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}

port.on('message', (job: TrialJob) => void answer(job));
