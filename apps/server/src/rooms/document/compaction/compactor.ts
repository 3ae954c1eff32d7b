import { Worker } from 'node:worker_threads';
import type { DocKey, LogStore, StoredDoc } from '../../../storage/storage.ts';

export type FoldResult = { ok: true; snapshot: Uint8Array } | { ok: false; reason: string };

/** Folds one stored document into a verified snapshot, away from the event loop. */
export interface Folder {
  fold(stored: StoredDoc): Promise<FoldResult>;
  close(): Promise<void>;
}

/** A worker thread, started when first needed and started again if it dies. One document at a time. */
export class ThreadFolder implements Folder {
  #worker: Worker | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  fold(stored: StoredDoc): Promise<FoldResult> {
    const result = this.#queue.then(() => this.#run(stored));
    this.#queue = result;
    return result;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #run(stored: StoredDoc): Promise<FoldResult> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve) => {
      const onMessage = (folded: FoldResult) => end(folded);
      const onExit = () => end({ ok: false, reason: 'the compaction thread has ended' });
      const end = (folded: FoldResult) => {
        worker.off('message', onMessage);
        worker.off('exit', onExit);
        resolve(folded);
      };
      worker.on('message', onMessage);
      worker.on('exit', onExit);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      worker.postMessage(stored);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./compaction-worker.ts', import.meta.url));
    worker.unref();
    const forget = () => {
      if (this.#worker === worker) this.#worker = null;
    };
    worker.on('exit', forget);
    worker.on('error', forget);
    return worker;
  }
}

type Compacted = { ok: true; seq: number; snapshot: Uint8Array } | { ok: false; reason: string };

/**
 * Replaces a document's rows by a verified snapshot. Reads what is stored, so it needs no live room. Never
 * rejects: a store that has been closed meanwhile is a failure like any other.
 */
export async function compactStored(
  key: DocKey,
  log: Pick<LogStore, 'load' | 'saveSnapshot'>,
  folder: Folder,
): Promise<Compacted> {
  try {
    const loaded = await log.load(key);
    if (!loaded.ok) return loaded;
    if (loaded.value.rows.length === 0) return { ok: false, reason: 'nothing to fold' };
    const { seq } = loaded.value;
    const folded = await folder.fold(loaded.value);
    if (!folded.ok) return folded;
    const saved = await log.saveSnapshot(key, seq, folded.snapshot);
    return saved.ok ? { ok: true, seq, snapshot: folded.snapshot } : saved;
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
