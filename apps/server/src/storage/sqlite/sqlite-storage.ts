import { Worker } from 'node:worker_threads';
import type { Call, Method, Notice, Reply } from './sqlite-calls.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import type { AppendItem } from './sqlite-log.ts';
import type { AppendResult, DocKey, WriterClaim } from '../port/document-log.ts';
import { StoreFailed } from '../port/port.ts';
import type { StoragePort } from '../port/port.ts';
import type { IndexOf, ListedRecords, StoredRecords, TableName } from '../port/tables.ts';
import { Store } from '../store.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}
interface QueuedAppend {
  readonly item: AppendItem;
  readonly resolve: (result: AppendResult) => void;
}

const FULL = 2;
interface StorageThread {
  /** The open store's thread has ended by itself: from now on every call fails, for good. */
  readonly onEnded?: (reason: string) => void;
  /** The thread had to mend something by itself. */
  readonly onNotice?: (notice: string) => void;
  readonly start?: (dataDir: string) => Worker;
}

const startThread = (dataDir: string) =>
  new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: dataDir });

/**
 * Opens the SQLite store in `dataDir`, run in a thread of its own so that waiting for the disk never
 * stops the server. Rejects with a readable message when the folder cannot be used.
 */
export async function openSqliteStorage(dataDir: string, thread: StorageThread = {}): Promise<Store> {
  const port = new SqlitePort((thread.start ?? startThread)(dataDir), thread);
  try {
    const level = await port.opened;
    if (level !== FULL) throw new Error(`the database runs with synchronous=${String(level)}, expected FULL`);
  } catch (error) {
    await port.stop();
    throw error;
  }
  port.watch();
  return new Store(port);
}

class SqlitePort implements StoragePort {
  readonly opened: Promise<unknown>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #queue: QueuedAppend[] = [];
  #committing = false;
  #gone: Error | null = null;
  readonly #onEnded: (reason: string) => void;
  readonly #onNotice: (notice: string) => void;
  #isWatched = false;

  constructor(worker: Worker, { onEnded = () => {}, onNotice = () => {} }: StorageThread) {
    this.#worker = worker;
    this.#onEnded = onEnded;
    this.#onNotice = onNotice;
    this.opened = new Promise((resolve, reject) => this.#waiting.set(0, { resolve, reject }));
    this.#worker.on('message', (message: Reply | Notice) => {
      if ('notice' in message) this.#onNotice(message.notice);
      else this.#settle(message);
    });
    this.#worker.on('error', (error) =>
      this.#abandon(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', () => this.#abandon(new Error('the storage thread has ended')));
  }

  /** From now on the end of the thread is told, unless it is asked for. */
  watch(): void {
    this.#isWatched = true;
    if (this.#gone !== null) this.#onEnded(this.#gone.message);
  }

  /** Everything that arrives while a commit runs shares the next one, whatever board it belongs to. */
  append(
    key: DocKey,
    update: Uint8Array,
    claims: readonly WriterClaim[] = [],
    steps = 0,
  ): Promise<AppendResult> {
    return new Promise((resolve) => {
      this.#queue.push({ item: { key, update, claims, steps }, resolve });
      if (!this.#committing) {
        this.#committing = true;
        setImmediate(() => void this.#commit());
      }
    });
  }

  async #commit(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = this.#queue;
      this.#queue = [];
      const results = await this.#appendGroup(group.map((one) => one.item));
      for (const [index, one] of group.entries()) {
        one.resolve(results[index] ?? { ok: false, error: 'failed', reason: 'no answer from the store' });
      }
    }
    this.#committing = false;
  }

  async #appendGroup(items: AppendItem[]): Promise<AppendResult[]> {
    try {
      return await this.#call('appendAll', items);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return items.map(() => ({ ok: false, error: 'failed', reason }));
    }
  }

  load: StoragePort['load'] = (key) => this.#call('load', key);
  saveSnapshot: StoragePort['saveSnapshot'] = (...what) => this.#call('saveSnapshot', ...what);
  openPrivate: StoragePort['openPrivate'] = (...what) => this.#call('openPrivate', ...what);
  privateDocs: StoragePort['privateDocs'] = (board) => this.#call('privateDocs', board);
  markTried: StoragePort['markTried'] = (key) => this.#call('markTried', key);
  write: StoragePort['write'] = (batch) => this.#call('write', batch);
  erase: StoragePort['erase'] = (batch) => this.#call('erase', batch);

  get<T extends TableName>(table: T, key: string): Promise<StoredRecords[T] | null> {
    return this.#call('get', table, key) as Promise<StoredRecords[T] | null>;
  }
  by<T extends TableName>(table: T, index: IndexOf<T>, value?: string): Promise<ListedRecords[T][]> {
    return this.#call('by', table, index, value) as Promise<ListedRecords[T][]>;
  }

  async close(): Promise<void> {
    this.#isWatched = false;
    await this.#call('close');
    await this.stop();
  }

  async stop(): Promise<void> {
    this.#isWatched = false;
    await this.#worker.terminate();
  }

  #call<M extends Method>(
    method: M,
    ...args: Parameters<SqliteEngine[M]>
  ): Promise<ReturnType<SqliteEngine[M]>> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      this.#worker.postMessage({ id, method, args } satisfies Call<M>);
    });
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value);
    else waiting?.reject(new StoreFailed(reply.reason));
  }

  #abandon(error: Error): void {
    const isNews = this.#gone === null;
    this.#gone ??= error;
    if (isNews && this.#isWatched) this.#onEnded(error.message);
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
