import { parentPort } from 'node:worker_threads';
import type { StoredDoc } from '../../../storage/storage.ts';
import { compact } from './compaction.ts';

const port = parentPort;
if (port === null) throw new Error('the compaction worker runs as a worker thread only');

port.on('message', (stored: StoredDoc) => {
  try {
    port.postMessage({ ok: true, snapshot: compact(stored) });
  } catch (error) {
    port.postMessage({ ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
});
