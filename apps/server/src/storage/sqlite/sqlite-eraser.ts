import type { DatabaseSync } from 'node:sqlite';
import { BUSY_TIMEOUT_MS, dropWriteAheadLog } from './sqlite-schema.ts';

const RETRY_MS = 5_000;

/**
 * Makes an erasure true in the write-ahead log too. While a backup reads, the log cannot be emptied; then it is tried
 * again until it is, without ever making a commit wait for the reader.
 */
export class SqliteEraser {
  readonly #db: DatabaseSync;
  readonly #retryMs: number;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(db: DatabaseSync, retryMs: number = RETRY_MS) {
    this.#db = db;
    this.#retryMs = retryMs;
  }

  /** True while something erased may still be found in the log. */
  get isDue(): boolean {
    return this.#timer !== null;
  }

  erase(): void {
    this.stop();
    if (this.#attempt()) return;
    this.#timer = setTimeout(() => this.erase(), this.#retryMs);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #attempt(): boolean {
    try {
      this.#db.exec('PRAGMA busy_timeout = 0');
      return dropWriteAheadLog(this.#db);
    } catch {
      return false;
    } finally {
      this.#db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    }
  }
}
