import type { DatabaseSync } from 'node:sqlite';
import { SqliteLogReader } from './sqlite-log-reader.ts';
import { rowChecksum } from './sqlite-schema.ts';
import type { AppendResult, DocKey, LoadResult, WriterClaim } from '../port/document-log.ts';

export interface AppendItem {
  readonly key: DocKey;
  readonly update: Uint8Array;
  readonly claims: readonly WriterClaim[];
  /** How many it was to apply. */
  readonly steps?: number;
}

/** The log half of the SQLite store. Synchronous: it runs inside the storage worker. */
export class SqliteLog {
  readonly #db: DatabaseSync;
  readonly #bump;
  readonly #insert;
  readonly #head;
  readonly #snapshots;
  readonly #newHead;
  readonly #tried;
  readonly #newSnapshot;
  readonly #dropRows;
  readonly #dropSnapshots;
  readonly #claim;
  readonly #reader;

  constructor(db: DatabaseSync) {
    this.#db = db;
    const where = 'WHERE board = ? AND generation = ? AND owner = ?';
    this.#bump = db.prepare(
      `UPDATE heads SET seq = seq + 1, untried = untried + ? ${where} RETURNING id, seq`,
    );
    this.#insert = db.prepare('INSERT INTO log(head, seq, crc, payload) VALUES (?, ?, ?, ?)');
    this.#head = db.prepare(`SELECT id, seq FROM heads ${where}`);
    this.#snapshots = db.prepare('SELECT seq, crc, payload FROM snapshots WHERE head = ? ORDER BY seq DESC');
    this.#newHead = db.prepare(
      'INSERT INTO heads(board, generation, owner, seq, version, untried) VALUES (?, ?, ?, 0, ?, ?)',
    );
    this.#tried = db.prepare(`UPDATE heads SET untried = 0 ${where}`);
    this.#newSnapshot = db.prepare('INSERT INTO snapshots(head, seq, crc, payload) VALUES (?, ?, ?, ?)');
    this.#dropRows = db.prepare('DELETE FROM log WHERE head = ? AND seq <= ?');
    this.#claim = db.prepare('INSERT OR IGNORE INTO writers(head, client, participant) VALUES (?, ?, ?)');
    this.#reader = new SqliteLogReader(db);
    this.#dropSnapshots = db.prepare('DELETE FROM snapshots WHERE head = ? AND seq < ?');
  }

  /** Must run inside a transaction. `untried`: what it begins with is from before. */
  open(
    key: DocKey,
    { version, untried = 0 }: { readonly version: number; readonly untried?: number | null },
  ): void {
    this.#newHead.run(key.board, key.generation, key.owner, version, untried);
  }

  markTried(key: DocKey): void {
    this.#tried.run(key.board, key.generation, key.owner);
  }

  /** Must run inside a transaction. The head row hands out the number, so numbers have no gaps. */
  insert(item: AppendItem): AppendResult {
    const { key, update, claims, steps = 0 } = item;
    const head = this.#bump.get(steps, key.board, key.generation, key.owner);
    if (head === undefined) return { ok: false, error: 'stale', reason: 'no such board generation' };
    const [id, seq] = [Number(head['id']), Number(head['seq'])];
    this.#insert.run(id, seq, rowChecksum(key, seq, update), update);
    for (const { client, participant } of claims) this.#claim.run(id, client, participant);
    return { ok: true, seq };
  }

  /** One commit for all items, of any number of boards. Throws if the commit as a whole fails. */
  appendAll(items: readonly AppendItem[]): AppendResult[] {
    return inTransaction(this.#db, () => items.map((item) => this.insert(item)));
  }

  load(key: DocKey): LoadResult {
    return this.#reader.load(key);
  }

  saveSnapshot(key: DocKey, seq: number, payload: Uint8Array): void {
    inTransaction(this.#db, () => {
      const head = this.#head.get(key.board, key.generation, key.owner);
      if (head === undefined || seq > Number(head['seq']))
        throw new Error('a snapshot must be of a stored state');
      const id = Number(head['id']);
      const newest = this.#snapshots.get(id);
      const before = newest === undefined ? 0 : Number(newest['seq']);
      if (seq <= before) return;
      this.#newSnapshot.run(id, seq, rowChecksum(key, seq, payload), payload);
      this.#dropRows.run(id, before);
      this.#dropSnapshots.run(id, before);
    });
  }
}

/**
 * Runs `work` in one write transaction; rolls back and rethrows when anything in it, or the commit, fails.
 * Inside a transaction it joins that one.
 */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
