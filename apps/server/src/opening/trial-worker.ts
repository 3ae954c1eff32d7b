import { parentPort } from 'node:worker_threads';
import { tryOpening } from './trial.ts';
import type { TrialJob } from './trial.ts';

const port = parentPort;
if (port === null) throw new Error('the trial worker runs as a worker thread only');

port.on('message', (job: TrialJob) => {
  void tryOpening(job).then(
    (tried) => port.postMessage(tried),
    (error: unknown) =>
      port.postMessage({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
});
