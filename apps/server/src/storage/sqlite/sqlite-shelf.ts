import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { SqliteEraser } from './sqlite-eraser.ts';
import { inTransaction } from './sqlite-log.ts';
import { VERSION_KINDS } from '../storage.ts';
import type {
  ListedVersion,
  RehearsalRecord,
  StoredVersion,
  VersionKind,
  VersionRecord,
} from '../storage.ts';
import { versionsToDrop } from '../version-room.ts';

type Row = Record<string, unknown>;

/** Tables with rows of a board, by the column that names it; those by head or person go before them. */
const OF_BOARD = ['participants', 'invites', 'chores', 'versions', 'rehearsals', 'heads'] as const;

/** Versions of boards, and boards that come and go. Synchronous: it runs inside the storage worker. */
export class SqliteShelf {
  readonly #db: DatabaseSync;
  readonly #eraser: SqliteEraser;

  constructor(db: DatabaseSync, eraser: SqliteEraser) {
    this.#db = db;
    this.#eraser = eraser;
  }

  putVersion(version: VersionRecord, file: Uint8Array): void {
    const { id, board, kind, name, at, by } = version;
    inTransaction(this.#db, () => {
      this.#makeRoom(version, file);
      this.#db
        .prepare(
          'INSERT INTO versions(id, board, kind, name, at, participant, crc, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(id, board, kind, name, at, by, versionChecksum(version, file), file);
    });
  }

  versions(board: string): ListedVersion[] {
    const sql =
      'SELECT id, board, kind, name, at, participant, length(file) AS bytes FROM versions WHERE board = ?';
    const rows = this.#db.prepare(`${sql} ORDER BY at DESC, rowid DESC`).all(board);
    return rows.map((row) => ({ ...toVersion(row), bytes: Number(row['bytes']) }));
  }

  /** Throws when its checksum is wrong. */
  version(board: string, id: string): StoredVersion | null {
    const row = this.#db.prepare('SELECT * FROM versions WHERE board = ? AND id = ?').get(board, id);
    if (row === undefined) return null;
    const file = intactFile(row);
    if (file === null) throw new Error(`version ${id} is damaged`);
    return { version: toVersion(row), file };
  }

  rewriteVersions(board: string, files: ReadonlyMap<string, Uint8Array | null>): void {
    const drop = this.#db.prepare('DELETE FROM versions WHERE board = ? AND id = ?');
    const write = this.#db.prepare('UPDATE versions SET crc = ?, file = ? WHERE board = ? AND id = ?');
    inTransaction(this.#db, () => {
      for (const [id, file] of files) {
        if (file === null) drop.run(board, id);
        else write.run(versionChecksum({ id, board }, file), file, board, id);
      }
    });
    this.#eraser.erase();
  }

  putRehearsal({ board, of, endsAt }: RehearsalRecord): void {
    const sql = 'INSERT OR REPLACE INTO rehearsals(board, copy_of, ends_at) VALUES (?, ?, ?)';
    this.#db.prepare(sql).run(board, of, endsAt);
  }

  rehearsals(): RehearsalRecord[] {
    return this.#db
      .prepare('SELECT * FROM rehearsals ORDER BY ends_at, board')
      .all()
      .map((row) => ({
        board: String(row['board']),
        of: String(row['copy_of']),
        endsAt: Number(row['ends_at']),
      }));
  }

  deleteBoard(board: string): void {
    const heads = 'SELECT id FROM heads WHERE board = ?';
    const people = 'SELECT id FROM participants WHERE board = ?';
    inTransaction(this.#db, () => {
      for (const part of ['log', 'snapshots', 'writers'])
        this.#db.prepare(`DELETE FROM ${part} WHERE head IN (${heads})`).run(board);
      this.#db.prepare(`DELETE FROM tokens WHERE participant IN (${people})`).run(board);
      for (const table of OF_BOARD) this.#db.prepare(`DELETE FROM ${table} WHERE board = ?`).run(board);
      this.#db.prepare('DELETE FROM boards WHERE id = ?').run(board);
    });
    this.#eraser.erase();
  }

  /** Writes the schema's own number again: a commit that waits for the disk like any other. */
  testWrite(): void {
    const version = Number(this.#db.prepare('PRAGMA user_version').get()?.['user_version']);
    inTransaction(this.#db, () => this.#db.exec(`PRAGMA user_version = ${version}`));
  }

  /** Room for one more version. */
  #makeRoom({ board, kind }: VersionRecord, file: Uint8Array): void {
    const drop = this.#db.prepare('DELETE FROM versions WHERE board = ? AND id = ?');
    if (kind !== 'named') {
      const sql = `SELECT id, file FROM versions WHERE board = ? AND kind <> 'named' ORDER BY at DESC, rowid DESC LIMIT 1`;
      const newest = this.#db.prepare(sql).get(board);
      const there = newest?.['file'];
      const isSame = there instanceof Uint8Array && Buffer.compare(there, file) === 0;
      if (isSame) drop.run(board, String(newest?.['id']));
    }
    for (const id of versionsToDrop(this.versions(board), { kind, bytes: file.length })) drop.run(board, id);
  }
}

/** Checksum that also covers where a version belongs. */
function versionChecksum({ id, board }: Pick<VersionRecord, 'id' | 'board'>, file: Uint8Array): number {
  return crc32(file, crc32(`${board}/${id}`));
}

/** The file of a row of `versions`, or null when its checksum is wrong. */
export function intactFile(row: Row): Uint8Array | null {
  const { file } = row;
  const key = { id: String(row['id']), board: String(row['board']) };
  return file instanceof Uint8Array && versionChecksum(key, file) === Number(row['crc']) ? file : null;
}

function toVersion(row: Row): VersionRecord {
  return {
    id: String(row['id']),
    board: String(row['board']),
    kind: toKind(row['kind']),
    name: String(row['name']),
    at: Number(row['at']),
    by: String(row['participant']),
  };
}

/** A kind this server does not know comes from damaged or newer data; it is kept as if asked for. */
function toKind(value: unknown): VersionKind {
  return VERSION_KINDS.find((kind) => kind === value) ?? 'named';
}
