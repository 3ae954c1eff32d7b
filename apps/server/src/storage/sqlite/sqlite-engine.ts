import { DatabaseSync } from 'node:sqlite';
import { assertUsable, databaseFile, lockDataFolder, makeDataFolder, walOf } from '../disk/data-folder.ts';
import { DatabasePlace } from '../disk/database-place.ts';
import {
  primaryCode,
  reasonOf,
  SQLITE_CANTOPEN,
  SQLITE_FULL,
  SQLITE_IOERR,
  SQLITE_READONLY,
} from '../disk/sqlite-errors.ts';
import { SqliteEraser } from './sqlite-eraser.ts';
import { SqliteGenerations } from './sqlite-generations.ts';
import { inTransaction, SqliteLog } from './sqlite-log.ts';
import type { AppendItem } from './sqlite-log.ts';
import { SqliteRecords } from './sqlite-records.ts';
import { applyPragmas, migrate } from './sqlite-schema.ts';
import type { AppendError, AppendResult, DocKey, LoadResult, SaveResult } from '../port/document-log.ts';
import { isEmpty, Refused } from '../port/port.ts';
import type { Batch, WriteResult } from '../port/port.ts';
import type { ListedRecords, StoredRecords, TableName } from '../port/tables.ts';
import { lostCommits } from '../disk/write-ahead-log.ts';

/** One open SQLite store in `dataDir`. Synchronous; meant to live in a worker. Throws when it cannot open. */
export class SqliteEngine {
  readonly #dataDir: string;
  readonly #path: string;
  #lock: { close(): void };
  #open: Open;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
    this.#path = databaseFile(dataDir);
    makeDataFolder(dataDir);
    this.#lock = lockDataFolder(dataDir);
    try {
      assertUsable(this.#path);
      assertNothingLost(this.#path);
      this.#open = openStore(this.#path);
      assertWritable(this.#open.db);
    } catch (error) {
      this.#lock.close();
      const isForbidden = [SQLITE_CANTOPEN, SQLITE_READONLY].includes(primaryCode(error));
      const what = isForbidden ? 'boards.sqlite cannot be written: ' : '';
      throw new Error(`${what}${reasonOf(error)}`, { cause: error });
    }
  }

  /** Open again where putting the files back got stuck half way. */
  get #store(): Open {
    if (!this.#open.db.isOpen) this.#open = openStore(this.#path);
    return this.#open;
  }

  /**
   * Call after every write, before any person is told that it is stored. Answers what had to be mended, in words; null
   * mostly. Throws when what was written may not be there the next time this folder is opened.
   */
  keepInPlace(): string | null {
    if (this.#store.place.look() === 'kept') return null;
    const { db, eraser, place } = this.#store;
    place.putBack(db);
    const isDue = eraser.isDue;
    eraser.stop();
    this.#open = openStore(this.#path);
    if (isDue) this.#open.eraser.erase();
    this.#lock.close();
    this.#lock = lockDataFolder(this.#dataDir);
    return 'the files with the boards had been removed; all that was stored was written to the same place again';
  }

  /** One commit for all items. A failed commit fails every item; a stale board fails only its own. */
  appendAll(items: readonly AppendItem[]): AppendResult[] {
    try {
      return this.#store.log.appendAll(items);
    } catch (error) {
      const failure = this.#failure(error);
      return items.map(() => ({ ok: false, ...failure }));
    }
  }

  load(key: DocKey): LoadResult {
    try {
      return this.#store.log.load(key);
    } catch (error) {
      return { ok: false, error: 'failed', reason: this.#failure(error).reason };
    }
  }

  saveSnapshot(key: DocKey, seq: number, snapshot: Uint8Array): SaveResult {
    try {
      this.#store.log.saveSnapshot(key, seq, snapshot);
      return { ok: true };
    } catch (error) {
      return { ok: false, ...this.#failure(error) };
    }
  }

  markTried(key: DocKey): void {
    this.#store.log.markTried(key);
  }

  openPrivate(board: string, owner: string, version: number): DocKey {
    return this.#store.generations.openPrivate(board, owner, version);
  }

  privateDocs(board: string): DocKey[] {
    return this.#store.generations.privateDocs(board);
  }

  /** One commit for all of a batch. */
  write(batch: Batch): WriteResult {
    const { db, generations, records } = this.#store;
    try {
      inTransaction(db, () => {
        if (isEmpty(batch)) touch(db);
        for (const board of batch.boards ?? []) {
          generations.removeBoard(board);
          records.removeBoard(board);
        }
        records.write(batch);
        if (batch.first !== undefined) generations.begin(batch.first);
        if (batch.renewal !== undefined) generations.renew(batch.renewal.key, batch.renewal.renewal);
      });
      return { ok: true };
    } catch (error) {
      return error instanceof Refused ? error.result : { ok: false, ...this.#failure(error) };
    }
  }

  /** `write`, and what was there before is overwritten. */
  erase(batch: Batch): WriteResult {
    const written = this.write(batch);
    if (written.ok) this.#store.eraser.erase();
    return written;
  }

  get<T extends TableName>(table: T, key: string): StoredRecords[T] | null {
    return this.#store.records.get(table, key);
  }

  by<T extends TableName>(table: T, index: string, value?: string): ListedRecords[T][] {
    return this.#store.records.by(table, index, value);
  }

  /** 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous */
  synchronousLevel(): number {
    return Number(this.#store.db.prepare('PRAGMA synchronous').get()?.['synchronous']);
  }

  /** Caps the file, in pages: the way a test makes the disk full. */
  limitPages(pages: number): void {
    this.#store.db.exec(`PRAGMA max_page_count = ${pages}`);
  }

  close(): void {
    this.#open.eraser.stop();
    this.#open.db.close();
    this.#lock.close();
  }

  /** After an I/O error the connection's idea of the file is not to be trusted: start over with a new one. */
  #failure(error: unknown): { error: AppendError; reason: string } {
    const reason = reasonOf(error);
    const code = primaryCode(error);
    if (code === SQLITE_FULL) return { error: 'full', reason };
    if (code === SQLITE_IOERR) this.#reopen();
    return { error: 'failed', reason };
  }

  /** Not where the files were removed: a connection to what is there now would not have what this one holds. */
  #reopen(): void {
    if (this.#open.place.look() === 'gone') return;
    const fresh = openStore(this.#path);
    const { db, eraser } = this.#open;
    const isDue = eraser.isDue;
    eraser.stop();
    db.close();
    this.#open = fresh;
    if (isDue) fresh.eraser.erase();
  }
}

type Open = ReturnType<typeof openStore>;

function openStore(path: string) {
  const db = new DatabaseSync(path);
  try {
    applyPragmas(db);
    migrate(db);
    const [log, eraser] = [new SqliteLog(db), new SqliteEraser(db)];
    return {
      db,
      log,
      eraser,
      place: new DatabasePlace(path),
      generations: new SqliteGenerations(db, log),
      records: new SqliteRecords(db),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

function assertNothingLost(path: string): void {
  const lost = lostCommits(walOf(path));
  if (lost === 0) return;
  throw new Error(
    `boards.sqlite-wal is damaged: its ${lost} newest commits or more could not be read, so the boards would open ` +
      'shorter than they were. Restore a backup, or see "Damage in the newest commits" in docs/operations.md',
  );
}

/** Writes the schema's own number again: a commit that waits for the disk like any other. */
function touch(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  db.exec(`PRAGMA user_version = ${version}`);
}

/** A full disk still lets people read; a file that may not be written is a mistake to be told of at once. */
function assertWritable(db: DatabaseSync): void {
  try {
    inTransaction(db, () => touch(db));
  } catch (error) {
    if (primaryCode(error) === SQLITE_READONLY) throw error;
  }
}
