import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { databaseFile, lockDataFolder, makeDataFolder, walOf } from './data-folder.ts';
import { SqliteEngine } from '../sqlite/sqlite-engine.ts';
import { openSqliteStorage } from '../sqlite/sqlite-storage.ts';
import { newBoard } from '../storage.contract.ts';
import { boardBatch } from '../store.ts';

const key = { board: 'b1', generation: 1, owner: '' };
const bytes = (...values: number[]) => Uint8Array.from(values);
const home = mkdtempSync(join(tmpdir(), 'coherence-removed-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let count = 0;
function store() {
  count += 1;
  const dataDir = join(home, `d${count}`, 'data');
  const engine = new SqliteEngine(dataDir);
  engine.write(boardBatch(newBoard(), 0));
  const append = (value: number) => engine.appendAll([{ key, update: bytes(value), claims: [] }]);
  const rowsAfterClosing = () => {
    engine.close();
    const again = new SqliteEngine(dataDir);
    const loaded = again.load(key);
    again.close();
    return loaded.ok ? loaded.value.rows : loaded.reason;
  };
  return { dataDir, engine, append, rowsAfterClosing };
}

// Windows does not let go of a file that is open.
describe.skipIf(process.platform === 'win32')('[SAVE1] files that are removed while they are open', () => {
  const removals: [string, (dataDir: string) => void][] = [
    ['the database', (dataDir) => rmSync(databaseFile(dataDir))],
    ['its log', (dataDir) => rmSync(walOf(databaseFile(dataDir)))],
    ['the folder', (dataDir) => rmSync(dataDir, { recursive: true })],
    ['the folder, moved elsewhere', (dataDir) => renameSync(dataDir, `${dataDir}.moved`)],
  ];
  it.each(removals)('%s: all that was stored is written to the same place again', (_, remove) => {
    const { dataDir, engine, append, rowsAfterClosing } = store();
    append(2);
    expect(engine.keepInPlace()).toBeNull();
    remove(dataDir);
    append(3);
    expect(engine.keepInPlace()).toContain('written to the same place again');
    expect(engine.synchronousLevel()).toBe(2);
    append(4);
    expect(engine.keepInPlace()).toBeNull();
    expect(() => lockDataFolder(dataDir)).toThrow('another server is using this data folder');
    expect(rowsAfterClosing()).toEqual([1, 2, 3, 4].map((value) => bytes(value)));
    expect(existsSync(`${databaseFile(dataDir)}.put-back`)).toBe(false);
  });

  it('nothing counts as stored while they cannot be put back, and everything does later', () => {
    const { dataDir, engine, append, rowsAfterClosing } = store();
    rmSync(dataDir, { recursive: true });
    writeFileSync(dataDir, 'in the way');
    append(2);
    expect(() => engine.keepInPlace()).toThrow('EEXIST');
    rmSync(dataDir);
    append(3);
    expect(engine.keepInPlace()).not.toBeNull();
    expect(rowsAfterClosing()).toEqual([1, 2, 3].map((value) => bytes(value)));
  });

  it('what has taken their place is not touched, and nothing counts as stored', () => {
    const { dataDir, engine, append } = store();
    const file = databaseFile(dataDir);
    renameSync(file, `${file}.aside`);
    writeFileSync(file, '');
    append(2);
    expect(() => engine.keepInPlace()).toThrow('boards.sqlite was replaced while the server runs');
    rmSync(file);
    renameSync(`${file}.aside`, file);
    expect(engine.keepInPlace()).toBeNull();
    engine.close();
  });

  it('the store says so once, and takes rows as before', async () => {
    const dataDir = join(home, 'told');
    const notices: string[] = [];
    const storage = await openSqliteStorage(dataDir, { onNotice: (notice) => void notices.push(notice) });
    await storage.createBoard(newBoard());
    rmSync(databaseFile(dataDir));
    expect(await storage.append(key, bytes(2))).toEqual({ ok: true, seq: 2 });
    expect(await storage.append(key, bytes(3))).toEqual({ ok: true, seq: 3 });
    expect(notices).toHaveLength(1);
    renameSync(databaseFile(dataDir), `${databaseFile(dataDir)}.aside`);
    writeFileSync(databaseFile(dataDir), '');
    expect(await storage.append(key, bytes(4))).toMatchObject({ ok: false, error: 'failed' });
    await expect(storage.testWrite()).rejects.toThrow('was replaced');
    expect(await storage.load(key)).toMatchObject({ ok: true });
    await storage.close();
  });
});

describe('opening', () => {
  it('[SAVE3] refuses a folder whose database is gone while its log is there, and leaves the log', () => {
    const { dataDir, engine } = store();
    engine.close();
    const file = databaseFile(dataDir);
    rmSync(file);
    writeFileSync(walOf(file), 'commits');
    expect(() => new SqliteEngine(dataDir)).toThrow(
      'boards.sqlite is gone, but boards.sqlite-wal belongs to it',
    );
    expect(existsSync(walOf(file))).toBe(true);
    rmSync(walOf(file));
    new SqliteEngine(dataDir).close();
  });

  it('says of a folder that cannot be used what is wrong with it', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => new SqliteEngine(join(home, 'file'))).toThrow('EEXIST');
    const dataDir = join(home, 'in-the-way');
    makeDataFolder(join(dataDir, 'server.lock'));
    expect(() => new SqliteEngine(dataDir)).toThrow(
      'the folder cannot be written: unable to open database file',
    );
  });

  it('gives the folder back when it fails', () => {
    const dataDir = join(home, 'garbage');
    makeDataFolder(dataDir);
    writeFileSync(databaseFile(dataDir), 'not a database '.repeat(500));
    expect(() => new SqliteEngine(dataDir)).toThrow('file is not a database');
    rmSync(databaseFile(dataDir));
    new SqliteEngine(dataDir).close();
  });
});
