import { NOBODY } from '../port/document-log.ts';
import type { DocKey, Renewal, StoredDoc, WriterClaim } from '../port/document-log.ts';
import { Refused } from '../port/port.ts';
import type { Batch, Put, StoragePort, WriteResult } from '../port/port.ts';
import { columnOf, fromRow, linkedTable, TABLE_NAMES, tableOf, toRow } from '../port/tables.ts';
import type {
  Cell,
  Index,
  IndexOf,
  ListedRecords,
  Row,
  StoredRecords,
  Table,
  TableName,
} from '../port/tables.ts';
import { chooseReadable } from '../readable.ts';

interface Head {
  readonly key: DocKey;
  writers: WriterClaim[];
  untried: number | null;
  version: number;
  seq: number;
  rows: { seq: number; payload: Uint8Array }[];
  snapshots: { seq: number; payload: Uint8Array }[];
}

type Rows = ReadonlyMap<Cell, Row>;

/** A store that forgets with the process; for tests and nothing else. */
export class MemoryPort implements StoragePort {
  #heads = new Map<string, Head>();
  /** The rows of each table by their key, in the order in which they were first put. */
  #tables = new Map<string, Rows>();

  append: StoragePort['append'] = async (key, update, claims = [], steps = 0) => {
    const head = this.#heads.get(headName(key));
    if (head === undefined) return { ok: false, error: 'stale', reason: 'no such board generation' };
    head.seq += 1;
    if (head.untried !== null) head.untried += steps;
    head.rows.push({ seq: head.seq, payload: update.slice() });
    head.writers.push(...claims);
    return { ok: true, seq: head.seq };
  };

  load: StoragePort['load'] = async (key) => {
    const head = this.#heads.get(headName(key));
    if (head === undefined) return { ok: false, error: 'missing', reason: 'no such document' };
    return read(head);
  };

  markTried: StoragePort['markTried'] = async (key) => {
    const head = this.#heads.get(headName(key));
    if (head !== undefined) head.untried = 0;
  };

  saveSnapshot: StoragePort['saveSnapshot'] = async (key, seq, snapshot) => {
    const head = this.#heads.get(headName(key));
    if (head === undefined || seq > head.seq) {
      return { ok: false, error: 'failed', reason: 'a snapshot must be of a stored state' };
    }
    const before = head.snapshots[0]?.seq ?? 0;
    if (seq <= before) return { ok: true };
    head.snapshots = [{ seq, payload: snapshot.slice() }, ...head.snapshots.slice(0, 1)];
    head.rows = head.rows.filter((row) => row.seq > before);
    return { ok: true };
  };

  openPrivate: StoragePort['openPrivate'] = async (board, owner, version) => {
    const known = this.#keysOf(board).find((key) => key.owner === owner);
    const key = known ?? { board, generation: 1, owner };
    if (known === undefined) this.#begin(key, null, version);
    return key;
  };

  privateDocs: StoragePort['privateDocs'] = async (board) =>
    this.#keysOf(board).filter((key) => key.owner !== '');

  async write(batch: Batch): Promise<WriteResult> {
    return this.#write(batch);
  }
  async erase(batch: Batch): Promise<WriteResult> {
    return this.#write(batch);
  }

  async get<T extends TableName>(name: T, key: string): Promise<StoredRecords[T] | null> {
    const table = tableOf(name);
    const row = this.#rows(name).get(key);
    if (row === undefined) return null;
    const blob = table.blob === undefined ? {} : { [table.blob.field]: row[table.blob.field] };
    return { ...fromRow(table, row), ...blob } as unknown as StoredRecords[T];
  }

  async by<T extends TableName>(name: T, index: IndexOf<T>, value?: string): Promise<ListedRecords[T][]> {
    const table = tableOf(name);
    const found = table.indexes[index];
    if (found === undefined) throw new Error(`${name} has no index ${index}`);
    return this.#select(name, found, value).map((row) => {
      const bytes = table.blob === undefined ? {} : { bytes: bytesIn(table, row).length };
      return { ...fromRow(table, row), ...bytes } as unknown as ListedRecords[T];
    });
  }

  close: StoragePort['close'] = async () => {};

  #rows(name: string): Rows {
    return this.#tables.get(name) ?? new Map();
  }

  #select(name: TableName, index: Index, value: string | undefined): Row[] {
    const rows = [...this.#rows(name).values()];
    const table = tableOf(name);
    if (!('via' in index))
      return rows.filter((row) => index.fields.every((field) => row[columnOf(table, field)] === value));
    const other = linkedTable(index);
    const linked = [...this.#rows(index.via).values()].filter(
      (row) => row[columnOf(other, index.where)] === value,
    );
    const wanted = new Set(linked.map((row) => row[columnOf(other, index.to)]));
    return rows.filter((row) => wanted.has(row[columnOf(table, index.field)]));
  }

  #write(batch: Batch): WriteResult {
    const before = { heads: new Map(this.#heads), tables: new Map(this.#tables) };
    try {
      for (const board of batch.boards ?? []) this.#removeBoard(board);
      for (const { table, key } of batch.drops ?? []) this.#drop(table, [key]);
      for (const put of batch.puts ?? []) this.#put(put);
      if (batch.first !== undefined) {
        const { key, update, version } = batch.first;
        this.#begin(key, update, version);
      }
      if (batch.renewal !== undefined) this.#renew(batch.renewal.key, batch.renewal.renewal);
      return { ok: true };
    } catch (error) {
      this.#heads = before.heads;
      this.#tables = before.tables;
      if (error instanceof Refused) return error.result;
      throw error;
    }
  }

  #removeBoard(board: string): void {
    const gone = TABLE_NAMES.map((name) => {
      const table = tableOf(name);
      const keys = this.#select(name, table.indexes.board, board).map((row) => keyIn(table, row));
      return { name, keys };
    });
    for (const { name, keys } of gone) this.#drop(name, keys);
    for (const key of this.#keysOf(board)) this.#heads.delete(headName(key));
  }

  #drop(name: TableName, keys: readonly Cell[]): void {
    const gone = new Set(keys);
    this.#tables.set(name, new Map([...this.#rows(name)].filter(([key]) => !gone.has(key))));
  }

  #put({ table: name, record, ifAbsent }: Put): void {
    const table = tableOf(name);
    const bytes = table.blob === undefined ? null : Reflect.get(record, table.blob.field);
    const blob = table.blob === undefined ? {} : { [table.blob.field]: Uint8Array.from(bytes as Uint8Array) };
    const row: Row = { ...toRow(table, record), ...blob };
    const key = keyIn(table, row);
    const there = this.#rows(name).get(key);
    if (ifAbsent === true && there !== undefined)
      throw new Refused({ ok: false, error: 'taken', table: name, index: 'key' });
    for (const [index, one] of Object.entries(table.indexes)) {
      if ('via' in one || one.unique === undefined) continue;
      const columns = one.fields.map((field) => columnOf(table, field));
      const others = [...this.#rows(name)].filter(
        ([known, other]) => known !== key && columns.every((column) => other[column] === row[column]),
      );
      if (one.unique === 'replaces')
        this.#drop(
          name,
          others.map(([known]) => known),
        );
      else if (others.length > 0) throw new Refused({ ok: false, error: 'taken', table: name, index });
    }
    const kept = (table.kept ?? []).map((field) => columnOf(table, field));
    const asItWas = there === undefined ? [] : kept.map((column) => [column, there[column]]);
    this.#tables.set(name, new Map(this.#rows(name)).set(key, { ...row, ...Object.fromEntries(asItWas) }));
  }

  #renew(key: DocKey, { update, retired, version }: Renewal): void {
    if (!this.#heads.delete(headName(key)))
      throw new Refused({ ok: false, error: 'stale', reason: 'no such document' });
    const next = { ...key, generation: key.generation + 1 };
    const head = this.#begin(next, update, version);
    head.writers.push(...retired.map((client) => ({ client, participant: NOBODY })));
    const board = this.#rows('boards').get(key.board);
    if (key.owner !== '' || board === undefined) return;
    const renewed = { ...board, generation: next.generation };
    this.#tables.set('boards', new Map(this.#rows('boards')).set(key.board, renewed));
  }

  #keysOf(board: string): DocKey[] {
    return [...this.#heads.values()].map(({ key }) => key).filter((key) => key.board === board);
  }

  #begin(key: DocKey, update: Uint8Array | null, version: number): Head {
    const rows = update === null ? [] : [{ seq: 1, payload: update }];
    const head: Head = { key, seq: rows.length, rows, snapshots: [], writers: [], untried: 0, version };
    this.#heads.set(headName(key), head);
    return head;
  }

  /** Makes a document one from before: no person has counted its steps. */
  forgetTrial(key: DocKey): void {
    const head = this.#heads.get(headName(key));
    if (head !== undefined) head.untried = null;
  }

  /** What a restarted server would read; lets a test look at stored rows without the server. */
  stored(key: DocKey): StoredDoc | null {
    const head = this.#heads.get(headName(key));
    if (head === undefined) return null;
    const found = read(head);
    return found.ok ? found.value : null;
  }
}

function read({ snapshots, rows, seq, writers, untried, version }: Head) {
  return chooseReadable(snapshots, rows, seq, { writers: writers.slice(), untried, version });
}

function headName(key: DocKey): string {
  return `${key.board}/${key.generation}/${key.owner}`;
}

const keyIn = (table: Table, row: Row): Cell => row[columnOf(table, table.key)] ?? '';

function bytesIn({ blob }: Table, row: Row): Uint8Array {
  const bytes = blob === undefined ? null : row[blob.field];
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}
