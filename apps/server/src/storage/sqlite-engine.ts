import { mkdirSync } from 'node:fs';

import { DatabaseSync } from 'node:sqlite';
import { databaseFile, lockDataFolder } from './data-folder.ts';
import { SqliteDirectory } from './sqlite-directory.ts';
import { SqliteEraser } from './sqlite-eraser.ts';
import { SqliteGenerations } from './sqlite-generations.ts';
import { SqliteLog } from './sqlite-log.ts';
import type { AppendItem } from './sqlite-log.ts';
import { applyPragmas, migrate } from './sqlite-schema.ts';
import { SqliteShelf } from './shelf/sqlite-shelf.ts';
import type { AppendError, AppendResult, DocKey, LoadResult, Renewal, SaveResult } from './storage.ts';

/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;

/** One open SQLite store in `dataDir`. Synchronous; meant to live in a worker. Throws when it cannot open. */
export class SqliteEngine {
  readonly #path: string;
  readonly #lock: { close(): void };
  #db: DatabaseSync;
  #log: SqliteLog;
  #eraser: SqliteEraser;
  #generations: SqliteGenerations;
  directory: SqliteDirectory;
  shelf: SqliteShelf;

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true });
    this.#lock = lockDataFolder(dataDir);
    this.#path = databaseFile(dataDir);
    this.#db = openDatabase(this.#path);
    this.#log = new SqliteLog(this.#db);
    this.#eraser = new SqliteEraser(this.#db);
    this.#generations = new SqliteGenerations(this.#db, this.#log, this.#eraser);
    this.directory = new SqliteDirectory(this.#db, this.#log, this.#eraser);
    this.shelf = new SqliteShelf(this.#db, this.#eraser);
  }

  /** One commit for all items. A failed commit fails every item; a stale board fails only its own. */
  appendAll(items: readonly AppendItem[]): AppendResult[] {
    try {
      return this.#log.appendAll(items);
    } catch (error) {
      const failure = this.#failure(error);
      return items.map(() => ({ ok: false, ...failure }));
    }
  }

  load(key: DocKey): LoadResult {
    try {
      return this.#log.load(key);
    } catch (error) {
      return { ok: false, error: 'failed', reason: this.#failure(error).reason };
    }
  }

  saveSnapshot(key: DocKey, seq: number, snapshot: Uint8Array): SaveResult {
    try {
      this.#log.saveSnapshot(key, seq, snapshot);
      return { ok: true };
    } catch (error) {
      return { ok: false, ...this.#failure(error) };
    }
  }

  openPrivate(board: string, owner: string): DocKey {
    return this.#generations.openPrivate(board, owner);
  }

  privateDocs(board: string): DocKey[] {
    return this.#generations.privateDocs(board);
  }

  renew(key: DocKey, renewal: Renewal): SaveResult {
    try {
      this.#generations.renew(key, renewal);
      return { ok: true };
    } catch (error) {
      return { ok: false, ...this.#failure(error) };
    }
  }

  ping(): { ok: true } | { ok: false; reason: string } {
    try {
      this.#db.exec('BEGIN IMMEDIATE; COMMIT');
      return { ok: true };
    } catch (error) {
      return { ok: false, reason: this.#failure(error).reason };
    }
  }

  /** 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous */
  synchronousLevel(): number {
    return Number(this.#db.prepare('PRAGMA synchronous').get()?.['synchronous']);
  }

  /** Caps the file, in pages: the way a test makes the disk full. */
  limitPages(pages: number): void {
    this.#db.exec(`PRAGMA max_page_count = ${pages}`);
  }

  close(): void {
    this.#eraser.stop();
    this.#db.close();
    this.#lock.close();
  }

  /** After an I/O error the connection's idea of the file is not to be trusted: start over with a new one. */
  #failure(error: unknown): { error: AppendError; reason: string } {
    const reason = error instanceof Error ? error.message : String(error);
    const code = primaryCode(error);
    if (code === SQLITE_FULL) return { error: 'full', reason };
    if (code === SQLITE_IOERR) this.#reopen();
    return { error: 'failed', reason };
  }

  #reopen(): void {
    const fresh = openDatabase(this.#path);
    const wasDue = this.#eraser.isDue;
    this.#eraser.stop();
    this.#db.close();
    this.#db = fresh;
    this.#eraser = new SqliteEraser(fresh);
    if (wasDue) this.#eraser.erase();
    this.#log = new SqliteLog(fresh);
    this.#generations = new SqliteGenerations(fresh, this.#log, this.#eraser);
    this.directory = new SqliteDirectory(fresh, this.#log, this.#eraser);
    this.shelf = new SqliteShelf(fresh, this.#eraser);
  }
}

function primaryCode(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return code & 0xff;
}

function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  applyPragmas(db);
  migrate(db);
  return db;
}
