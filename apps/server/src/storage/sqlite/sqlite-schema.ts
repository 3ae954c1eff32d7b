import { crc32 } from 'node:zlib';
import type { DatabaseSync } from 'node:sqlite';
import type { DocKey } from '../storage.ts';

/** Applied in order; `PRAGMA user_version` counts how many a file has seen. Never edit one that shipped. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE boards(
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, generation INTEGER NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE heads(
    id INTEGER PRIMARY KEY, board TEXT NOT NULL, generation INTEGER NOT NULL, owner TEXT NOT NULL,
    seq INTEGER NOT NULL, UNIQUE(board, generation, owner)
  ) STRICT;
  CREATE TABLE log(
    head INTEGER NOT NULL, seq INTEGER NOT NULL, crc INTEGER NOT NULL, payload BLOB NOT NULL, UNIQUE(head, seq)
  ) STRICT;
  CREATE TABLE snapshots(
    head INTEGER NOT NULL, seq INTEGER NOT NULL, crc INTEGER NOT NULL, payload BLOB NOT NULL, UNIQUE(head, seq)
  ) STRICT;
  CREATE TABLE participants(
    id TEXT PRIMARY KEY, board TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, role TEXT NOT NULL,
    created_at INTEGER NOT NULL, removed INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX participants_board ON participants(board);
  CREATE TABLE tokens(hash TEXT PRIMARY KEY, participant TEXT NOT NULL) STRICT;
  CREATE TABLE invites(
    secret TEXT PRIMARY KEY, board TEXT NOT NULL, role TEXT NOT NULL, UNIQUE(board, role)
  ) STRICT;
  `,
  `
  CREATE TABLE writers(
    head INTEGER NOT NULL, client INTEGER NOT NULL, participant TEXT NOT NULL, PRIMARY KEY(head, client)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE chores(board TEXT PRIMARY KEY, chore TEXT NOT NULL) STRICT;
  `,
  `
  CREATE TABLE versions(
    id TEXT PRIMARY KEY, board TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
    participant TEXT NOT NULL, crc INTEGER NOT NULL, file BLOB NOT NULL
  ) STRICT;
  CREATE INDEX versions_board ON versions(board, at);
  CREATE TABLE rehearsals(board TEXT PRIMARY KEY, copy_of TEXT NOT NULL, ends_at INTEGER NOT NULL) STRICT;
  `,
  `
  ALTER TABLE participants ADD COLUMN units_before TEXT NOT NULL DEFAULT '[]';
  `,
  // Steps written since a document was known to open quickly; null: written before steps were counted.
  `
  ALTER TABLE heads ADD COLUMN untried INTEGER;
  `,
];

/** The oldest that `check` and `backup` read: it has every table there is. */
const OLDEST_READABLE = 5;

/** Throws when a database file cannot be read without changing it, with what to do. */
export function assertReadable(db: DatabaseSync): void {
  if (knownVersion(db) >= OLDEST_READABLE) return;
  throw new Error('this data was written by an older server: start the server on it once, or restore it');
}

function knownVersion(db: DatabaseSync): number {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (found <= MIGRATIONS.length) return found;
  throw new Error(
    `this data was written by a newer server (format ${found}, known up to ${MIGRATIONS.length})`,
  );
}

/** Brings a database file to the newest schema. Throws when the file comes from a newer server. */
export function migrate(db: DatabaseSync): void {
  const found = knownVersion(db);
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < found) continue;
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${index + 1}; COMMIT`);
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
 * Empties the write-ahead log, whose pages still hold what has been erased from the file itself. False while somebody
 * still reads from it, as a backup does.
 */
export function dropWriteAheadLog(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
}

/** Checksum of a row that also covers where it belongs, so a row moved elsewhere is noticed too. */
export function rowChecksum(key: DocKey, seq: number, payload: Uint8Array): number {
  return crc32(payload, crc32(`${key.board}/${key.generation}/${key.owner}/${seq}`));
}
