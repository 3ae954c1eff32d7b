import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { Refused } from '../port/port.ts';
import type { Batch, Put } from '../port/port.ts';
import { columnOf, fromRow, linkedTable, TABLE_NAMES, tableOf, toRow } from '../port/tables.ts';
import type { Index, ListedRecords, StoredRecords, Table, TableName } from '../port/tables.ts';

type Found = Record<string, unknown>;

/** The tables of the SQLite store. Synchronous: it runs inside the storage worker. */
export class SqliteRecords {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Drops and puts of a batch. Must run inside a transaction. Throws `Refused`. */
  write({ drops = [], puts = [] }: Batch): void {
    for (const { table, key } of drops)
      this.#prepare(`DELETE FROM ${table} WHERE ${keyOf(tableOf(table))} = ?`).run(key);
    for (const put of puts) this.#put(put);
  }

  /** Every record of a board. Must run inside a transaction. */
  removeBoard(board: string): void {
    // Those that are found through another table go before it does.
    const linkedFirst = TABLE_NAMES.toSorted((a, b) => Number(isLinked(b)) - Number(isLinked(a)));
    for (const name of linkedFirst) {
      const rows = select(name, tableOf(name).indexes.board, `${name}.rowid`);
      this.#prepare(`DELETE FROM ${name} WHERE rowid IN (${rows})`).run(board);
    }
  }

  /** Throws when the bytes are damaged. */
  get<T extends TableName>(name: T, key: string): StoredRecords[T] | null {
    const table = tableOf(name);
    const row = this.#prepare(`SELECT * FROM ${name} WHERE ${keyOf(table)} = ?`).get(key);
    if (row === undefined) return null;
    const record = fromRow(table, row);
    if (table.blob === undefined) return record as unknown as StoredRecords[T];
    const blob = intactBlob(table, row);
    if (blob === null) throw new Error(`${name}: ${key} is damaged`);
    return { ...record, [table.blob.field]: blob } as unknown as StoredRecords[T];
  }

  by<T extends TableName>(name: T, index: string, value?: string): ListedRecords[T][] {
    const table = tableOf(name);
    const columns = Object.values(table.columns).map((column) => `${name}.${column.name}`);
    if (table.blob !== undefined) columns.push(`length(${name}.${table.blob.field}) AS bytes`);
    const found = table.indexes[index];
    if (found === undefined) throw new Error(`${name} has no index ${index}`);
    const statement = this.#prepare(`${select(name, found, columns.join(', '))} ORDER BY ${name}.rowid`);
    const rows = statement.all(...(value === undefined ? [] : [value]));
    return rows.map((row) => {
      const record = fromRow(table, row);
      return (table.blob === undefined
        ? record
        : { ...record, bytes: Number(row['bytes']) }) as unknown as ListedRecords[T];
    });
  }

  #put({ table: name, record, ifAbsent }: Put): void {
    const table = tableOf(name);
    const row = toRow(table, record);
    const key = row[keyOf(table)] ?? '';
    const absent = `SELECT 1 FROM ${name} WHERE ${keyOf(table)} = ?`;
    if (ifAbsent === true && this.#prepare(absent).get(key) !== undefined) throw taken(name, 'key');
    for (const [index, one] of Object.entries(table.indexes)) {
      if ('via' in one || one.unique === undefined) continue;
      const columns = one.fields.map((field) => columnOf(table, field));
      const others = `FROM ${name} WHERE ${columns.map((column) => `${column} = ?`).join(' AND ')} AND ${keyOf(table)} <> ?`;
      const values = [...columns.map((column) => row[column] ?? ''), key];
      if (one.unique === 'replaces') this.#prepare(`DELETE ${others}`).run(...values);
      else if (this.#prepare(`SELECT 1 ${others}`).get(...values) !== undefined) throw taken(name, index);
    }
    const cells: Record<string, SQLInputValue> = { ...row, ...blobCells(table, row, record) };
    this.#prepare(upsert(name, table, Object.keys(cells))).run(...Object.values(cells));
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#db.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

const keyOf = (table: Table): string => columnOf(table, table.key);
const isLinked = (name: TableName): boolean => 'via' in tableOf(name).indexes.board;
const taken = (table: TableName, index: string) => new Refused({ ok: false, error: 'taken', table, index });

/** The rows an index gives; its value is the one parameter. */
function select(name: TableName, index: Index, what: string): string {
  const table = tableOf(name);
  if ('via' in index) {
    const other = linkedTable(index);
    const [to, where] = [columnOf(other, index.to), columnOf(other, index.where)];
    const join = `JOIN ${index.via} ON ${index.via}.${to} = ${name}.${columnOf(table, index.field)}`;
    return `SELECT ${what} FROM ${name} ${join} WHERE ${index.via}.${where} = ?`;
  }
  const where = index.fields.map((field) => `${name}.${columnOf(table, field)} = ?`).join(' AND ');
  return `SELECT ${what} FROM ${name}${where === '' ? '' : ` WHERE ${where}`}`;
}

function upsert(name: TableName, table: Table, columns: readonly string[]): string {
  const kept = new Set([table.key, ...(table.kept ?? [])].map((field) => columnOf(table, field)));
  const changed = columns
    .filter((column) => !kept.has(column))
    .map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO ${name}(${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT(${keyOf(table)}) DO UPDATE SET ${changed.join(', ')}`;
}

function blobCells(table: Table, row: Found, record: object): Record<string, SQLInputValue> {
  if (table.blob === undefined) return {};
  const bytes: unknown = Reflect.get(record, table.blob.field);
  if (!(bytes instanceof Uint8Array)) throw new Error(`a record without its ${table.blob.field}`);
  return { crc: blobChecksum(table, row, bytes), [table.blob.field]: bytes };
}

/** Checksum that also covers where the bytes belong. */
function blobChecksum(table: Table, row: Found, bytes: Uint8Array): number {
  const place = (table.blob?.place ?? []).map((field) => String(row[columnOf(table, field)])).join('/');
  return crc32(bytes, crc32(place));
}

/** The bytes of a row, or null when their checksum is wrong. */
function intactBlob(table: Table, row: Found): Uint8Array | null {
  const bytes = table.blob === undefined ? null : row[table.blob.field];
  return bytes instanceof Uint8Array && blobChecksum(table, row, bytes) === Number(row['crc']) ? bytes : null;
}

/** Whether the bytes of each record of a database that has bytes are what was put, board by board. */
export function* checkedBlobs(db: DatabaseSync) {
  for (const name of TABLE_NAMES) {
    const table = tableOf(name);
    if (table.blob === undefined) continue;
    for (const row of db
      .prepare(`SELECT * FROM ${name} ORDER BY ${columnOf(table, 'board')}, rowid`)
      .iterate()) {
      const { [table.key]: key, board } = fromRow(table, row);
      yield {
        table: name,
        key: String(key),
        board: String(board),
        isIntact: intactBlob(table, row) !== null,
      };
    }
  }
}
