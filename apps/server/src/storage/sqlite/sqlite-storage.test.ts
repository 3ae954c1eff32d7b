import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { SqliteEngine } from './sqlite-engine.ts';
import { applyPragmas } from './sqlite-schema.ts';
import { openSqliteStorage } from './sqlite-storage.ts';
import { documentLogContract } from '../port/document-log.contract.ts';
import { recordsContract } from '../port/records.contract.ts';
import { versionsContract } from '../versions.contract.ts';
import { newBoard, storageContract } from '../storage.contract.ts';
import { boardBatch } from '../store.ts';

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'coherence-store-'));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

const key = { board: 'b1', generation: 1, owner: '' };
const bytes = (...values: number[]) => Uint8Array.from(values);

documentLogContract('sqlite', async () => (await openSqliteStorage(folder())).port);
recordsContract('sqlite', async () => (await openSqliteStorage(folder())).port);
storageContract('sqlite', async () => openSqliteStorage(folder()));
versionsContract('sqlite', async () => openSqliteStorage(folder()));

/** A board with rows 1..4 and snapshots at 2 and 4, then `harm` done to the file. */
function damaged(harm: string) {
  const dir = folder();
  const engine = new SqliteEngine(dir);
  engine.write(boardBatch(newBoard(), 0));
  engine.appendAll([2, 3].map((value) => ({ key, update: bytes(value), claims: [] })));
  engine.saveSnapshot(key, 2, bytes(12));
  engine.saveSnapshot(key, 3, bytes(13));
  engine.appendAll([{ key, update: bytes(4), claims: [] }]);
  engine.close();
  const db = new DatabaseSync(join(dir, 'boards.sqlite'));
  db.exec(harm);
  db.close();
  const reopened = new SqliteEngine(dir);
  const result = reopened.load(key);
  reopened.close();
  return result;
}

describe('a storage thread that ends by itself', () => {
  /** Opens as the real one does; the first call ends it. */
  const mortal = () =>
    new Worker(
      new URL(
        `data:text/javascript,${encodeURIComponent(`
          import { parentPort } from 'node:worker_threads';
          parentPort.postMessage({ id: 0, ok: true, value: 2 });
          parentPort.once('message', () => process.exit(7));
        `)}`,
      ),
    );

  it('is told once, and nothing is ever taken for stored', async () => {
    const reasons: string[] = [];
    const onEnded = (reason: string) => void reasons.push(reason);
    const store = await openSqliteStorage('', { start: mortal, onEnded });
    const failed = { ok: false, error: 'failed', reason: 'the storage thread has ended' };
    expect(await store.append(key, bytes(1))).toEqual(failed);
    expect(await store.append(key, bytes(2))).toEqual(failed);
    await expect(store.board('b1')).rejects.toThrow('the storage thread has ended');
    await expect(store.close()).rejects.toThrow('the storage thread has ended');
    expect(reasons).toEqual(['the storage thread has ended']);
  });

  it('is nothing to tell of when it was asked to end', async () => {
    const reasons: string[] = [];
    const store = await openSqliteStorage(folder(), { onEnded: (reason) => void reasons.push(reason) });
    await store.close();
    expect(reasons).toEqual([]);
  });
});

describe('the SQLite store', () => {
  it('waits for the disk at every commit (synchronous=FULL)', () => {
    const engine = new SqliteEngine(folder());
    expect(engine.synchronousLevel()).toBe(2);
    engine.close();
  });

  it('asks for a full fsync where a plain one stops at the cache of the drive (a Mac)', () => {
    const db = new DatabaseSync(join(folder(), 'any.sqlite'));
    applyPragmas(db);
    const on = (name: string) => db.prepare(`PRAGMA ${name}`).get()?.[name];
    expect([on('fullfsync'), on('checkpoint_fullfsync'), on('journal_mode')]).toEqual([1, 1, 'wal']);
    db.close();
  });

  it('lets one server at a time use a folder, and says so', async () => {
    const dir = folder();
    const first = await openSqliteStorage(dir);
    await expect(openSqliteStorage(dir)).rejects.toThrow('another server is using this data folder');
    await first.close();
    const second = await openSqliteStorage(dir);
    await second.close();
  });

  it('refuses data of a newer server', async () => {
    const dir = folder();
    const db = new DatabaseSync(join(dir, 'boards.sqlite'));
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(openSqliteStorage(dir)).rejects.toThrow('newer server');
  });

  it('reads an undamaged file', () => {
    expect(damaged('SELECT 1')).toMatchObject({ ok: true, value: { snapshotSeq: 3, seq: 4 } });
  });

  it('falls back to the older snapshot when the newest is damaged, losing nothing', () => {
    expect(damaged(`UPDATE snapshots SET payload = x'00' WHERE seq = 3`)).toEqual({
      ok: true,
      value: {
        snapshot: bytes(12),
        snapshotSeq: 2,
        rows: [bytes(3), bytes(4)],
        seq: 4,
        writers: [],
        untried: 0,
        version: 0,
      },
    });
  });

  it('refuses with a reason when an acknowledged row is damaged', () => {
    expect(damaged(`UPDATE log SET payload = x'00' WHERE seq = 4`)).toEqual({
      ok: false,
      error: 'damaged',
      reason: 'row 4 is damaged',
    });
  });

  it('refuses with a reason when an acknowledged row is gone', () => {
    expect(damaged('DELETE FROM log WHERE seq = 4')).toMatchObject({
      error: 'damaged',
      reason: 'row 4 is missing',
    });
  });

  it('notices a row that sits in the wrong place', () => {
    const harm = `UPDATE log SET payload = (SELECT payload FROM log WHERE seq = 3),
                                 crc = (SELECT crc FROM log WHERE seq = 3) WHERE seq = 4`;
    expect(damaged(harm)).toMatchObject({ error: 'damaged' });
  });

  it('answers a full disk with an error and takes rows again once there is space', () => {
    const dir = folder();
    const engine = new SqliteEngine(dir);
    engine.write(boardBatch(newBoard(), 0));
    engine.limitPages(20);
    const big = new Uint8Array(200_000);
    expect(engine.appendAll([{ key, update: big, claims: [] }])).toMatchObject([
      { ok: false, error: 'full' },
    ]);
    engine.limitPages(1_000_000);
    expect(engine.appendAll([{ key, update: big, claims: [] }])).toEqual([{ ok: true, seq: 2 }]);
    engine.close();
  });
});

describe('renewing', () => {
  it('leaves no byte of what was forgotten in any file', () => {
    const dir = folder();
    const engine = new SqliteEngine(dir);
    engine.write(boardBatch(newBoard(), 0));
    const secret = (word: string, length: number) => Buffer.from(word.repeat(length));
    for (const update of [secret('small-secret', 2), secret('large-secret', 5_000)]) {
      engine.appendAll([{ key, update, claims: [] }]);
    }
    engine.saveSnapshot(key, 2, secret('folded-secret', 900));
    engine.write({ puts: [{ table: 'chores', record: { board: 'b1', chore: 'chore-secret' } }] });
    const everything = () =>
      readdirSync(dir)
        .map((name) => readFileSync(join(dir, name), 'latin1'))
        .join('');
    for (const word of ['small', 'large', 'folded', 'chore'])
      expect(everything()).toContain(`${word}-secret`);
    engine.erase({ renewal: { key, renewal: { update: bytes(1), retired: [], version: 0 } } });
    for (const word of ['small', 'large', 'folded']) expect(everything()).not.toContain(`${word}-secret`);
    engine.erase({ drops: [{ table: 'chores', key: 'b1' }] });
    expect(everything()).not.toContain('chore-secret');
    engine.close();
  });

  it('leaves no byte of a version that was rewritten or of a board that was deleted', () => {
    const dir = folder();
    const engine = new SqliteEngine(dir);
    engine.write(boardBatch(newBoard(), 0));
    const secret = (word: string, length: number) => Buffer.from(`${word}-secret`.repeat(length));
    const version = { board: 'b1', kind: 'phase', name: 'Vote', at: 1, by: 'p1' } as const;
    const put = (id: string, file: Uint8Array) =>
      ({ table: 'versions', record: { ...version, id, file } }) as const;
    engine.write({ puts: [put('v1', secret('reworded', 900)), put('v2', secret('dropped', 2))] });
    engine.write({ puts: [put('v3', secret('deleted', 900))] });
    engine.appendAll([{ key, update: secret('document', 900), claims: [] }]);
    const everything = () =>
      readdirSync(dir)
        .map((name) => readFileSync(join(dir, name), 'latin1'))
        .join('');
    const words = ['reworded', 'dropped', 'deleted', 'document'].map((word) => `${word}-secret`);
    for (const word of words) expect(everything()).toContain(word);
    engine.erase({ puts: [put('v1', bytes(1))], drops: [{ table: 'versions', key: 'v2' }] });
    for (const word of words.slice(0, 2)) expect(everything()).not.toContain(word);
    for (const word of words.slice(2)) expect(everything()).toContain(word);
    engine.erase({ boards: ['b1'] });
    for (const word of words) expect(everything()).not.toContain(word);
    engine.close();
  });

  it('tells a damaged version from one that is not there', () => {
    const dir = folder();
    const engine = new SqliteEngine(dir);
    const version = { id: 'v1', board: 'b1', kind: 'named', name: 'Lunch', at: 1, by: 'p1' } as const;
    engine.write({ puts: [{ table: 'versions', record: { ...version, file: bytes(1, 2, 3) } }] });
    engine.close();
    const db = new DatabaseSync(join(dir, 'boards.sqlite'));
    db.exec("UPDATE versions SET file = x'010203ff'");
    db.close();
    const again = new SqliteEngine(dir);
    expect(() => again.get('versions', 'v1')).toThrow('damaged');
    expect(again.get('versions', 'v2')).toBeNull();
    expect(again.by('versions', 'board', 'b1')).toMatchObject([version]);
    again.close();
  });
});
