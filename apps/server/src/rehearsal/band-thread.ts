import { Worker } from 'node:worker_threads';
import type { BandJob, BandNews } from './rehearsal-worker.ts';

export type { BandJob, BandNews };

/** Pretend participants at work. */
export interface Band {
  /** Lets all pretend participants leave; resolves when they have. */
  stop(): Promise<void>;
}

/** How long they may take to leave. */
const LEAVE_MS = 2_000;

/** Plays in a thread of its own, so that fifty pretend documents never stop the real ones. */
export function startBand(job: BandJob, onNews: (news: BandNews) => void, onEnd: () => void): Band {
  const worker = new Worker(new URL('./rehearsal-worker.ts', import.meta.url), { workerData: job });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      resolve();
      onEnd();
    });
  });
  worker.on('message', onNews);
  worker.on('error', (error) => onNews({ gone: error instanceof Error ? error.message : String(error) }));
  worker.unref();
  return {
    async stop() {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      worker.postMessage('leave');
      const timer = setTimeout(() => void worker.terminate(), LEAVE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
