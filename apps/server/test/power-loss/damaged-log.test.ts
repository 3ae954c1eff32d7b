import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { backUp } from '../../src/cli/backup.ts';
import { checkDatabase, newestProblems } from '../../src/cli/check.ts';
import { restore } from '../../src/cli/restore.ts';
import { databaseFile, walOf } from '../../src/storage/disk/data-folder.ts';
import { lostCommits } from '../../src/storage/disk/write-ahead-log.ts';
import { SqliteEngine } from '../../src/storage/sqlite/sqlite-engine.ts';
import { newBoard } from '../../src/storage/storage.contract.ts';
import { boardBatch } from '../../src/storage/store.ts';
import { momentOf } from './torn-files.ts';

const home = mkdtempSync(join(tmpdir(), 'coherence-damaged-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const key = { board: 'b1', generation: 1, owner: '' };
const HEADER_BYTES = 32;
const FRAME_BYTES = 24 + 4096;

/** A folder as a kill leaves it: ten words written, all of them in the log of the database. */
function killedFolder(name: string): string {
  const [live, dataDir] = [join(home, `${name}-live`), join(home, name)];
  const engine = new SqliteEngine(live);
  const doc = new Y.Doc();
  engine.write(boardBatch(newBoard({ firstUpdate: Y.encodeStateAsUpdate(doc) }), 0));
  doc.on('update', (update: Uint8Array) => void engine.appendAll([{ key, update, claims: [] }]));
  for (let word = 0; word < 10; word += 1) doc.getMap('factors').set(`w${word}`, word);
  const { database, wal } = momentOf(live);
  engine.close();
  new SqliteEngine(dataDir).close();
  writeFileSync(databaseFile(dataDir), database);
  writeFileSync(walOf(databaseFile(dataDir)), wal);
  return dataDir;
}

/** Flips a bit so many frames before the end of the log. */
function harm(dataDir: string, framesFromEnd: number): Buffer {
  const file = walOf(databaseFile(dataDir));
  const wal = readFileSync(file);
  const at = wal.length - framesFromEnd * FRAME_BYTES + 1_000;
  wal.writeUInt8(wal.readUInt8(at) ^ 4, at);
  writeFileSync(file, wal);
  return wal;
}

it('[FAULT4] [SAVE3] a log whose saved commits are damaged is refused, named, and harmed by no person who looks', () => {
  const dataDir = killedFolder('damaged');
  const wal = harm(dataDir, 12);
  const file = databaseFile(dataDir);
  expect(() => new SqliteEngine(dataDir)).toThrow('boards.sqlite-wal is damaged');
  expect(newestProblems(dataDir)).toEqual([expect.stringContaining('boards.sqlite-wal is damaged')]);
  expect(checkDatabase(file).problems).toEqual([]);
  expect(readFileSync(walOf(file))).toEqual(wal);

  const copy = join(home, 'what-is-left.db');
  const made = backUp(dataDir, copy);
  if (!made.ok) return expect.unreachable(made.reason);
  expect(made.report.problems).toEqual([expect.stringContaining('boards.sqlite-wal is damaged')]);
  const done = restore(dataDir, copy, new Date(0));
  if (!done.ok) return expect.unreachable(done.reason);
  const kept = readdirSync(dataDir).find((name) => name.includes('before-restore') && name.endsWith('-wal'));
  expect(readFileSync(join(dataDir, kept ?? ''))).toEqual(wal);
  const engine = new SqliteEngine(dataDir);
  const loaded = engine.load({ ...key, generation: engine.get('boards', 'b1')?.generation ?? 0 });
  engine.close();
  expect(loaded.ok).toBe(true);
});

it.each([
  ['one that is whole', (wal: Buffer) => wal],
  [
    'one that ends in the middle of a commit',
    (wal: Buffer) => wal.subarray(0, wal.length - FRAME_BYTES - 100),
  ],
  ['one whose header was begun anew and not finished', (wal: Buffer) => wal.fill(0, 0, HEADER_BYTES)],
  ['an empty one', () => Buffer.alloc(0)],
  ['half a header', (wal: Buffer) => wal.subarray(0, 20)],
])('a log is not taken for damaged: %s', (name, change) => {
  const dataDir = killedFolder(name.replaceAll(' ', '-'));
  const file = walOf(databaseFile(dataDir));
  writeFileSync(file, change(readFileSync(file)));
  expect(lostCommits(file)).toBe(0);
});

it('a header that is damaged while the commits after it are whole is noticed', () => {
  const dataDir = killedFolder('header');
  const file = walOf(databaseFile(dataDir));
  const whole = readFileSync(file);
  // Everything but the version, which no person reads once the checksum is wrong.
  for (const at of [3, 9, 17, 21, 25, 30]) {
    const wal = Buffer.from(whole);
    wal.writeUInt8(wal.readUInt8(at) ^ 1, at);
    writeFileSync(file, wal);
    expect([at, lostCommits(file) > 9]).toEqual([at, true]);
  }
  expect(lostCommits(`${file}-none`)).toBe(0);
});
