import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './sqlite-log.ts';
import type { SqliteLog } from './sqlite-log.ts';
import type { SqliteEraser } from './sqlite-eraser.ts';
import { NOBODY } from '../storage.ts';
import type { DocKey, Renewal } from '../storage.ts';

/** Tables with rows of a document, by the column that names its head. */
const PARTS = ['log', 'snapshots', 'writers'] as const;

/** Which documents there are and in which generation. Synchronous: it runs inside the storage worker. */
export class SqliteGenerations {
  readonly #db: DatabaseSync;
  readonly #log: SqliteLog;
  readonly #eraser: SqliteEraser;

  constructor(db: DatabaseSync, log: SqliteLog, eraser: SqliteEraser) {
    this.#db = db;
    this.#log = log;
    this.#eraser = eraser;
  }

  openPrivate(board: string, owner: string): DocKey {
    return inTransaction(this.#db, () => {
      const known = this.#keys('board = ? AND owner = ?', [board, owner])[0];
      if (known !== undefined) return known;
      const key = { board, generation: 1, owner };
      this.#log.open(key);
      return key;
    });
  }

  privateDocs(board: string): DocKey[] {
    return this.#keys("board = ? AND owner <> ''", [board]);
  }

  /** Throws when there is no such document. */
  renew(key: DocKey, { update, retired }: Renewal): void {
    const next = { ...key, generation: key.generation + 1 };
    inTransaction(this.#db, () => {
      const head = this.#headId(key);
      for (const part of PARTS) this.#db.prepare(`DELETE FROM ${part} WHERE head = ?`).run(head);
      this.#db.prepare('DELETE FROM heads WHERE id = ?').run(head);
      this.#log.open(next);
      if (update !== null) this.#log.insert({ key: next, update, claims: [] });
      const fresh = this.#headId(next);
      const retire = this.#db.prepare('INSERT INTO writers(head, client, participant) VALUES (?, ?, ?)');
      for (const client of retired) retire.run(fresh, client, NOBODY);
      if (key.owner !== '') return;
      this.#db.prepare('UPDATE boards SET generation = ? WHERE id = ?').run(next.generation, key.board);
    });
    this.#eraser.erase();
  }

  #headId({ board, generation, owner }: DocKey): number {
    const sql = 'SELECT id FROM heads WHERE board = ? AND generation = ? AND owner = ?';
    const row = this.#db.prepare(sql).get(board, generation, owner);
    if (row === undefined) throw new Error('no such document');
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
