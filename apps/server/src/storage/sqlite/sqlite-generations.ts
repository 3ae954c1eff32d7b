import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './sqlite-log.ts';
import type { SqliteLog } from './sqlite-log.ts';
import { NOBODY } from '../port/document-log.ts';
import type { DocKey, Renewal } from '../port/document-log.ts';
import { Refused } from '../port/port.ts';
import type { Batch } from '../port/port.ts';

/** Tables with rows of a document, which name its head. */
export const PARTS = ['log', 'snapshots', 'writers'] as const;

/** Which documents there are and in which generation. Synchronous: it runs inside the storage worker. */
export class SqliteGenerations {
  readonly #db: DatabaseSync;
  readonly #log: SqliteLog;

  constructor(db: DatabaseSync, log: SqliteLog) {
    this.#db = db;
    this.#log = log;
  }

  /** Begins a document with its first row. Must run inside a transaction. */
  begin({ key, update, version }: NonNullable<Batch['first']>): void {
    this.#log.open(key, { version });
    this.#log.insert({ key, update, claims: [] });
  }

  openPrivate(board: string, owner: string, version: number): DocKey {
    return inTransaction(this.#db, () => {
      const known = this.#keys('board = ? AND owner = ?', [board, owner])[0];
      if (known !== undefined) return known;
      const key = { board, generation: 1, owner };
      this.#log.open(key, { version });
      return key;
    });
  }

  privateDocs(board: string): DocKey[] {
    return this.#keys("board = ? AND owner <> ''", [board]);
  }

  /** Must run inside a transaction. Throws `Refused` when there is no such document. */
  renew(key: DocKey, { update, retired, version }: Renewal): void {
    const next = { ...key, generation: key.generation + 1 };
    this.#remove([this.#headId(key)]);
    this.#log.open(next, { version });
    if (update !== null) this.#log.insert({ key: next, update, claims: [] });
    const fresh = this.#headId(next);
    const retire = this.#db.prepare('INSERT INTO writers(head, client, participant) VALUES (?, ?, ?)');
    for (const client of retired) retire.run(fresh, client, NOBODY);
    if (key.owner !== '') return;
    this.#db.prepare('UPDATE boards SET generation = ? WHERE id = ?').run(next.generation, key.board);
  }

  /** Every document of a board. Must run inside a transaction. */
  removeBoard(board: string): void {
    const heads = this.#db.prepare('SELECT id FROM heads WHERE board = ?').all(board);
    this.#remove(heads.map(({ id }) => Number(id)));
  }

  #remove(heads: readonly number[]): void {
    for (const head of heads) {
      for (const part of PARTS) this.#db.prepare(`DELETE FROM ${part} WHERE head = ?`).run(head);
      this.#db.prepare('DELETE FROM heads WHERE id = ?').run(head);
    }
  }

  #headId({ board, generation, owner }: DocKey): number {
    const sql = 'SELECT id FROM heads WHERE board = ? AND generation = ? AND owner = ?';
    const row = this.#db.prepare(sql).get(board, generation, owner);
    if (row === undefined) throw new Refused({ ok: false, error: 'stale', reason: 'no such document' });
    return Number(row['id']);
  }

  #keys(where: string, values: readonly string[]): DocKey[] {
    const rows = this.#db.prepare(`SELECT board, generation, owner FROM heads WHERE ${where}`).all(...values);
    return rows.map((row) => ({
      board: String(row['board']),
      generation: Number(row['generation']),
      owner: String(row['owner']),
    }));
  }
}
