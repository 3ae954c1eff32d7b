import { Worker } from 'node:worker_threads';
import type { Call, Notice, Reply } from './sqlite-calls.ts';
import type { SqliteDirectory } from './sqlite-directory.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import type { SqliteShelf } from './sqlite-shelf.ts';
import type { AppendItem } from './sqlite-log.ts';
import { StoreFailed } from '../storage.ts';
import type { AppendResult, DocKey, Storage, WriterClaim } from '../storage.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}
interface QueuedAppend {
  readonly item: AppendItem;
  readonly resolve: (result: AppendResult) => void;
}

const FULL = 2;
type EngineMethod =
  | 'markTried'
  | 'appendAll'
  | 'load'
  | 'saveSnapshot'
  | 'openPrivate'
  | 'privateDocs'
  | 'renew'
  | 'close';

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
export async function openSqliteStorage(dataDir: string, thread: StorageThread = {}): Promise<Storage> {
  const store = new SqliteStorage((thread.start ?? startThread)(dataDir), thread);
  try {
    const level = await store.opened;
    if (level !== FULL) throw new Error(`the database runs with synchronous=${String(level)}, expected FULL`);
  } catch (error) {
    await store.stop();
    throw error;
  }
  store.watch();
  return store;
}

class SqliteStorage implements Storage {
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
      return await this.#engine('appendAll', items);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return items.map(() => ({ ok: false, error: 'failed', reason }));
    }
  }

  load = (key: DocKey) => this.#engine('load', key);
  saveSnapshot = (key: DocKey, seq: number, snapshot: Uint8Array) =>
    this.#engine('saveSnapshot', key, seq, snapshot);
  openPrivate: Storage['openPrivate'] = (board, owner) => this.#engine('openPrivate', board, owner);
  privateDocs: Storage['privateDocs'] = (board) => this.#engine('privateDocs', board);
  markTried: Storage['markTried'] = (key) => this.#engine('markTried', key);
  renew: Storage['renew'] = (key, renewal) => this.#engine('renew', key, renewal);
  putChore: Storage['putChore'] = (board, chore) => this.#directory('putChore', board, chore);
  dropChore: Storage['dropChore'] = (board) => this.#directory('dropChore', board);
  chores: Storage['chores'] = () => this.#directory('chores');
  createBoard: Storage['createBoard'] = (input) => this.#directory('createBoard', input);
  board: Storage['board'] = (id) => this.#directory('board', id);
  boardByCode: Storage['boardByCode'] = (code) => this.#directory('boardByCode', code);
  invite: Storage['invite'] = (secret) => this.#directory('invite', secret);
  invites: Storage['invites'] = (board) => this.#directory('invites', board);
  putInvite: Storage['putInvite'] = (invite) => this.#directory('putInvite', invite);
  putCode: Storage['putCode'] = (board, code) => this.#directory('putCode', board, code);
  putParticipant: Storage['putParticipant'] = (one) => this.#directory('putParticipant', one);
  participant: Storage['participant'] = (id) => this.#directory('participant', id);
  participants: Storage['participants'] = (board) => this.#directory('participants', board);
  addToken: Storage['addToken'] = (hash, participant) => this.#directory('addToken', hash, participant);
  participantsWithDevice: Storage['participantsWithDevice'] = (board) =>
    this.#directory('participantsWithDevice', board);
  participantByToken: Storage['participantByToken'] = (hash) => this.#directory('participantByToken', hash);
  putVersion: Storage['putVersion'] = (version, file) => this.#shelf('putVersion', version, file);
  versions: Storage['versions'] = (board) => this.#shelf('versions', board);
  version: Storage['version'] = (board, id) => this.#shelf('version', board, id);
  rewriteVersions: Storage['rewriteVersions'] = (board, files) =>
    this.#shelf('rewriteVersions', board, files);
  putRehearsal: Storage['putRehearsal'] = (rehearsal) => this.#shelf('putRehearsal', rehearsal);
  rehearsals: Storage['rehearsals'] = () => this.#shelf('rehearsals');
  testWrite: Storage['testWrite'] = () => this.#shelf('testWrite');
  deleteBoard: Storage['deleteBoard'] = (board) => this.#shelf('deleteBoard', board);

  async close(): Promise<void> {
    this.#isWatched = false;
    await this.#engine('close');
    await this.stop();
  }

  async stop(): Promise<void> {
    this.#isWatched = false;
    await this.#worker.terminate();
  }

  #engine<M extends EngineMethod>(
    method: M,
    ...args: Parameters<SqliteEngine[M]>
  ): Promise<ReturnType<SqliteEngine[M]>> {
    return this.#call('engine', method, args) as Promise<ReturnType<SqliteEngine[M]>>;
  }

  #directory<M extends keyof SqliteDirectory>(
    method: M,
    ...args: Parameters<SqliteDirectory[M]>
  ): Promise<ReturnType<SqliteDirectory[M]>> {
    return this.#call('directory', method, args) as Promise<ReturnType<SqliteDirectory[M]>>;
  }

  #shelf<M extends keyof SqliteShelf>(
    method: M,
    ...args: Parameters<SqliteShelf[M]>
  ): Promise<ReturnType<SqliteShelf[M]>> {
    return this.#call('shelf', method, args) as Promise<ReturnType<SqliteShelf[M]>>;
  }

  #call(half: Call['half'], method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      this.#worker.postMessage({ id, half, method, args } satisfies Call);
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
