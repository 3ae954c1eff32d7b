import { parentPort } from 'node:worker_threads';
import { readCatalogs } from '@coherence/words/node';
import { copyToRehearse, packWithRemoved, readFile, writeFile } from './file-jobs.ts';
import type { Job } from './file-jobs.ts';
import { redactPacked, unpackText } from './version-file.ts';

readCatalogs();
const port = parentPort;
if (port === null) throw new Error('the file worker runs as a worker thread only');

/** A job that throws ends the thread: its owner answers for it and starts another. */
async function run(job: Job): Promise<void> {
  if (job.kind === 'read') return port?.postMessage(readFile(job));
  if (job.kind === 'copy') return port?.postMessage(copyToRehearse(job));
  if (job.kind === 'pack') return port?.postMessage(await packWithRemoved(job));
  if (job.kind === 'unpack') return port?.postMessage(await unpackText(job.packed));
  if (job.kind === 'redact') return port?.postMessage(await redactPacked(job.packed, job.factors));
  const written = await writeFile(job);
  port?.postMessage(written, written.ok ? transferable(written.value.bytes) : []);
}

/** Bytes that own their buffer are handed over instead of copied. */
function transferable({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

port.on('message', (job: Job) => void run(job));
