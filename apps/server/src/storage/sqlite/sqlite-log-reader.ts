import type { DatabaseSync } from 'node:sqlite';
import { chooseReadable } from '../readable.ts';
import { rowChecksum } from './sqlite-schema.ts';
import type { DocKey, LoadResult } from '../port/document-log.ts';

/** Reads the documents of a database, also of one whose documents have no counted steps or no version yet. Synchronous. */
export class SqliteLogReader {
  readonly #head;
  readonly #snapshots;
  readonly #rows;
  readonly #writers;

  constructor(db: DatabaseSync) {
    const columns = new Set(
      db
        .prepare('PRAGMA table_info(heads)')
        .all()
        .map(({ name }) => name),
    );
    const untried = columns.has('untried') ? 'untried' : 'NULL AS untried';
    const version = columns.has('version') ? 'version' : '0 AS version';
    const where = 'WHERE board = ? AND generation = ? AND owner = ?';
    this.#head = db.prepare(`SELECT id, seq, ${untried}, ${version} FROM heads ${where}`);
    this.#snapshots = db.prepare('SELECT seq, crc, payload FROM snapshots WHERE head = ? ORDER BY seq DESC');
    this.#rows = db.prepare('SELECT seq, crc, payload FROM log WHERE head = ? ORDER BY seq');
    this.#writers = db.prepare('SELECT client, participant FROM writers WHERE head = ?');
  }

  load(key: DocKey): LoadResult {
    const head = this.#head.get(key.board, key.generation, key.owner);
    if (head === undefined) return { ok: false, error: 'missing', reason: 'no such document' };
    const intact = (row: Record<string, unknown>) => {
      const [seq, payload] = [Number(row['seq']), row['payload']];
      const good = payload instanceof Uint8Array && rowChecksum(key, seq, payload) === Number(row['crc']);
      return { seq, payload: good ? payload : null };
    };
    const id = Number(head['id']);
    const writers = this.#writers.all(id).map((row) => ({
      client: Number(row['client']),
      participant: String(row['participant']),
    }));
    return chooseReadable(
      this.#snapshots.all(id).map(intact),
      this.#rows.all(id).map(intact),
      Number(head['seq']),
      {
        writers,
        untried: head['untried'] === null ? null : Number(head['untried']),
        version: Number(head['version']),
      },
    );
  }
}
