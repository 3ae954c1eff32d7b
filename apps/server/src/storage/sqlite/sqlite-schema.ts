import { crc32 } from 'node:zlib';
import type { DatabaseSync } from 'node:sqlite';
import { reasonOf } from '../disk/sqlite-errors.ts';
import { MIGRATIONS } from './sqlite-migrations.ts';
import type { Migration } from './sqlite-migrations.ts';
import type { DocKey } from '../port/document-log.ts';

/** The oldest that `check` and `backup` read: it has every table there is. */
const OLDEST_READABLE = 5;

/** Throws when a database file cannot be read without changing it, with what to do. */
export function assertReadable(db: DatabaseSync): void {
  if (knownVersion(db) >= OLDEST_READABLE) return;
  throw new Error('this data was written by an older server: start the server on it once, or restore it');
}

function knownVersion(db: DatabaseSync, migrations = MIGRATIONS): number {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (found <= migrations.length) return found;
  throw new Error(
    `this data was written by a newer server (format ${found}, known up to ${migrations.length})`,
  );
}

/** Brings a database file to the newest schema. Throws when the file comes from a newer server. */
export function migrate(db: DatabaseSync, migrations: readonly Migration[] = MIGRATIONS): void {
  const found = knownVersion(db, migrations);
  for (const [index, { name, sql }] of migrations.entries()) {
    if (index < found) continue;
    try {
      db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${index + 1}; COMMIT`);
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      const step = `step ${index + 1} of its format, "${name}", failed`;
      throw new Error(`${step}: ${reasonOf(error)}`, { cause: error });
    }
  }
}

/** How long a commit waits for another program that holds the file. */
export const BUSY_TIMEOUT_MS = 5_000;

/**
 * WAL with synchronous=FULL: a commit returns after fsync, so an acknowledged edit survives power loss,
 * not only a killed process. On a Mac an fsync leaves it in the cache of the drive, unless it is a full one.
 * secure_delete overwrites what is erased.
 */
export function applyPragmas(db: DatabaseSync): void {
  db.exec(`
    PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
  `);
}

/**
 * Empties the write-ahead log, whose pages still hold what has been erased from the file itself. False while a person
 * still reads from it, as a backup does.
 */
export function dropWriteAheadLog(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
}

/** Checksum of a row that also covers where it belongs, so a row moved elsewhere is noticed too. */
export function rowChecksum(key: DocKey, seq: number, payload: Uint8Array): number {
  return crc32(payload, crc32(`${key.board}/${key.generation}/${key.owner}/${seq}`));
}
