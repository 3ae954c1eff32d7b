import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Batch, Put, StoragePort } from './port.ts';
import { TABLE_NAMES, tableOf } from './tables.ts';
import type { IndexOf, StoredRecords, TableName } from './tables.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

/** The `n`th record of a table, on a board of its own or on `board`. Linked tables link by the same `n`. */
const RECORDS: { readonly [T in TableName]: (n: number, board: string) => StoredRecords[T] } = {
  boards: (n, board) => ({ id: board, code: `CODE0${n}`, generation: n, createdAt: 100 + n }),
  invites: (n, board) => ({ secret: `secret ${n}`, board, role: n % 2 === 0 ? 'observer' : 'facilitator' }),
  participants: (n, board) => ({
    id: `person ${n}`,
    board,
    name: `Dana ${n}`,
    unit: 'si',
    unitsBefore: ['fin', 'it'],
    role: 'participant',
    createdAt: 200 - n,
    removed: n % 2 === 0,
  }),
  tokens: (n) => ({ hash: `hash ${n}`, participant: `person ${n}` }),
  chores: (n, board) => ({ board, chore: `chore ${n}` }),
  versions: (n, board) => ({
    id: `version ${n}`,
    board,
    kind: 'phase',
    name: `Walk ${n}`,
    at: 300 - n,
    by: 'person 1',
    file: bytes(n, n, n),
  }),
  rehearsals: (n, board) => ({ board, of: 'another', endsAt: 400 + n }),
};

const record = <T extends TableName>(table: T, n: number, board = `b${n}`): StoredRecords[T] =>
  RECORDS[table](n, board);
const put = (table: TableName, n: number, board?: string): Put =>
  ({ table, record: record(table, n, board) }) as Put;
const keyOf = (table: TableName, n: number, board?: string): string =>
  String(Reflect.get(record(table, n, board), tableOf(table).key));

/** What lists give of a record. */
function listed(table: TableName, n: number, board?: string): object {
  const { blob } = tableOf(table);
  const whole: Record<string, unknown> = { ...record(table, n, board) };
  if (blob === undefined) return whole;
  const { [blob.field]: held, ...rest } = whole;
  return { ...rest, bytes: (held as Uint8Array).length };
}

/** What every store must do with records; made from the tables there are. `open` gives an empty one. */
export function recordsContract(name: string, open: () => Promise<StoragePort>): void {
  describe(`records contract: ${name}`, () => {
    let port: StoragePort;
    beforeEach(async () => {
      port = await open();
    });
    afterEach(async () => port.close());

    const write = async (batch: Batch) => expect(await port.write(batch)).toEqual({ ok: true });
    const list = (table: TableName, index: string, value?: string) =>
      port.by(table, index as IndexOf<TableName>, value);
    /** Everything there is on these boards, table by table. */
    const everything = (...boards: string[]) =>
      Promise.all(boards.flatMap((board) => TABLE_NAMES.map((table) => list(table, 'board', board))));

    describe.each(TABLE_NAMES)('%s', (table) => {
      it('are put, read, replaced and dropped by their key', async () => {
        const key = keyOf(table, 1);
        expect(await port.get(table, key)).toBeNull();
        await write({ puts: [put(table, 1), put(table, 2)] });
        expect(await port.get(table, key)).toEqual(record(table, 1));
        const { key: keyField, kept = [] } = tableOf(table);
        const other = { ...record(table, 3), [keyField]: key };
        await write({ puts: [{ table, record: other } as Put] });
        const keptFields = Object.fromEntries(
          kept.map((field) => [field, Reflect.get(record(table, 1), field)]),
        );
        expect(await port.get(table, key)).toEqual({ ...other, ...keptFields });
        await write({ drops: [{ table, key }] });
        expect(await port.get(table, key)).toBeNull();
        expect(await port.get(table, keyOf(table, 2))).toEqual(record(table, 2));
      });

      it('[STORE1] with ifAbsent are refused where the key is taken, with the whole batch', async () => {
        await write({ puts: [put(table, 1)] });
        const again = { ...put(table, 1), ifAbsent: true } as Put;
        const refused = { ok: false, error: 'taken', table, index: 'key' };
        expect(await port.write({ puts: [put(table, 2), again] })).toEqual(refused);
        expect(await port.get(table, keyOf(table, 2))).toBeNull();
      });

      const indexes = Object.entries(tableOf(table).indexes);
      const single = indexes.filter(([, index]) => 'via' in index || index.fields.length === 1);
      it.each(single)('are found by %s, in the order in which they were first put', async (index, one) => {
        const isUnique =
          !('via' in one) && (one.unique !== undefined || one.fields[0] === tableOf(table).key);
        const field = 'via' in one ? one.where : String(one.fields[0]);
        const linked = 'via' in one ? (one.via as TableName) : table;
        const count = isUnique ? [1] : [2, 1];
        for (const n of [...count, 3]) {
          const board = n === 3 ? 'b3' : 'b1';
          await write({ puts: [put(table, n, board), ...(linked === table ? [] : [put(linked, n, board)])] });
        }
        await write({ puts: [put(table, count[0] ?? 1, 'b1')] });
        const value = String(Reflect.get(record(linked, 1, 'b1'), field));
        const through = 'via' in one && field !== 'board' ? [1] : count;
        expect(await list(table, index, value)).toEqual(through.map((n) => listed(table, n, 'b1')));
        expect(await list(table, index, 'nothing like it')).toEqual([]);
      });

      const whole = indexes.filter(([, index]) => !('via' in index) && index.fields.length === 0);
      it.each(whole)('are listed by %s, in the order in which they were first put', async (index) => {
        await write({ puts: [put(table, 2), put(table, 1)] });
        await write({ puts: [put(table, 2)] });
        expect(await list(table, index)).toEqual([listed(table, 2), listed(table, 1)]);
      });

      const unique = indexes.flatMap(([index, one]) =>
        'via' in one || one.unique === undefined ? [] : [{ index, fields: one.fields, how: one.unique }],
      );
      it.each(unique)('[STORE2] $how a second one with the same $index', async ({ index, fields, how }) => {
        await write({ puts: [put(table, 1)] });
        const same = Object.fromEntries(fields.map((field) => [field, Reflect.get(record(table, 1), field)]));
        const twin = { ...record(table, 2), ...same };
        const said = await port.write({ puts: [put('chores', 9), { table, record: twin } as Put] });
        const isTaken = how === 'refuses';
        expect(said).toEqual(isTaken ? { ok: false, error: 'taken', table, index } : { ok: true });
        expect(await port.get('chores', 'b9')).toEqual(isTaken ? null : record('chores', 9));
        expect(await port.get(table, keyOf(table, 1))).toEqual(isTaken ? record(table, 1) : null);
        expect(await port.get(table, keyOf(table, 2))).toEqual(isTaken ? null : twin);
        // A record is not in its own way.
        const there = isTaken ? record(table, 1) : twin;
        await write({ puts: [{ table, record: there } as Put] });
      });
    });

    it('[STORE3] of a board go with it, and its documents, and no others', async () => {
      for (const n of [1, 2]) {
        const key = { board: `b${n}`, generation: 1, owner: '' };
        await write({
          puts: TABLE_NAMES.map((table) => put(table, n)),
          first: { key, update: bytes(n), version: 4 },
        });
        await port.openPrivate(`b${n}`, 'dana', 3);
      }
      const others = await everything('b2');
      for (const rows of others) expect(rows).toHaveLength(1);
      expect(await port.erase({ boards: ['b1'] })).toEqual({ ok: true });
      for (const rows of await everything('b1')) expect(rows).toEqual([]);
      expect(await everything('b2')).toEqual(others);
      expect(await port.privateDocs('b1')).toEqual([]);
      expect(await port.load({ board: 'b1', generation: 1, owner: '' })).toMatchObject({ error: 'missing' });
      expect(await port.load({ board: 'b2', generation: 1, owner: '' })).toMatchObject({ ok: true });
      expect(await port.privateDocs('b2')).toHaveLength(1);
    });

    it('[STORE1] are written with the first row of a document, or neither is', async () => {
      const key = { board: 'b1', generation: 1, owner: '' };
      await write({ puts: [put('boards', 1)], first: { key, update: bytes(7), version: 4 } });
      expect(await port.load(key)).toMatchObject({ value: { rows: [bytes(7)], seq: 1, untried: 0 } });
      const twin = { ...record('boards', 2), code: record('boards', 1).code };
      const first = { key: { ...key, board: 'b2' }, update: bytes(8), version: 4 };
      expect(await port.write({ puts: [{ table: 'boards', record: twin }], first })).toMatchObject({
        error: 'taken',
      });
      expect(await port.load(first.key)).toMatchObject({ error: 'missing' });
    });

    it('[STORE1] are written with the renewal of a document, or neither is', async () => {
      const key = { board: 'b1', generation: 1, owner: '' };
      await write({ puts: [put('boards', 1)], first: { key, update: bytes(7), version: 4 } });
      const renewal = { key, renewal: { update: bytes(9), retired: [], version: 5 } };
      expect(await port.erase({ puts: [put('versions', 1)], renewal })).toEqual({ ok: true });
      expect(await port.get('boards', 'b1')).toEqual({ ...record('boards', 1), generation: 2 });
      expect(await port.get('versions', 'version 1')).toEqual(record('versions', 1));
      const again = await port.erase({ puts: [put('versions', 2)], renewal });
      expect(again).toMatchObject({ ok: false, error: 'stale' });
      expect(await port.get('versions', 'version 2')).toBeNull();
      expect(await port.load({ ...key, generation: 2 })).toMatchObject({ value: { rows: [bytes(9)] } });
    });

    it('[STORE2] of a board that was read before a renewal are put without taking the renewal back', async () => {
      const key = { board: 'b1', generation: 1, owner: '' };
      await write({ puts: [put('boards', 1)], first: { key, update: bytes(7), version: 4 } });
      const read = { ...record('boards', 1), code: 'ABCDEF' };
      await port.erase({ renewal: { key, renewal: { update: bytes(9), retired: [], version: 5 } } });
      await write({ puts: [{ table: 'boards', record: read }] });
      expect(await port.get('boards', 'b1')).toEqual({ ...read, generation: 2 });
    });

    it('stay as they are after an empty batch', async () => {
      await write({ puts: TABLE_NAMES.map((table) => put(table, 1)) });
      const before = await everything('b1');
      await write({});
      expect(await everything('b1')).toEqual(before);
    });
  });
}
