import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { DocumentMigration, DocumentMigrations } from '@coherence/board';
import { afterAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { backUp } from '../src/cli/backup.ts';
import { checkDatabase, isSound, keysIn, totals } from '../src/cli/check.ts';
import { restore } from '../src/cli/restore.ts';
import { FirstOpening } from '../src/opening/first-opening.ts';
import { tryOpening } from '../src/opening/trial.ts';
import { ManualClock } from '../src/time/manual-clock.ts';
import { hydrate } from '../src/rooms/document/document.ts';
import { openRegistry } from '../src/rooms/testing/room-harness.ts';
import { databaseFile } from '../src/storage/disk/data-folder.ts';
import { SqliteEngine } from '../src/storage/sqlite/sqlite-engine.ts';
import { openSqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import type { DocKey, StoredDoc } from '../src/storage/storage.ts';
import { killable } from '../src/storage/testing/killed-storage.ts';
import { createLog } from '../src/telemetry/log.ts';
import { copyOfKeptStore, keptBoard } from './kept-fixtures.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';

const folders: string[] = [];
const running: { close(): Promise<void> }[] = [];
afterAll(async () => {
  endAllServers();
  for (const storage of running) await storage.close();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

/** A copy of what revision 4b10a38 wrote, in the tables of today. */
function keptFolder(): string {
  const dataDir = copyOfKeptStore();
  folders.push(dataDir);
  new SqliteEngine(dataDir).close();
  return dataDir;
}

/** A step that changes every record of a document, and shows when it is taken twice. */
const marks: DocumentMigration = {
  name: 'every record is marked',
  up(doc) {
    const once = (map: Y.Map<unknown>) => map.set('marked', Number(map.get('marked') ?? 0) + 1);
    for (const root of doc.share.keys())
      for (const record of doc.getMap(root).values()) if (record instanceof Y.Map) once(record);
    once(doc.getMap('marks'));
  },
};
const MIGRATIONS: DocumentMigrations = { board: [marks], private: [marks] };

/** All that a document says, but for the generation in which a record was put in, and how often it was marked. */
function wordsIn(doc: Y.Doc): unknown {
  const roots = [...doc.share.keys()].filter((root) => root !== 'marks' && doc.getMap(root).size > 0);
  const isKept = (key: string, value: unknown): unknown =>
    key === 'in' || key === 'marked' ? undefined : value;
  return JSON.parse(
    JSON.stringify(
      Object.fromEntries(roots.toSorted().map((root) => [root, doc.getMap(root).toJSON()])),
      isKept,
    ),
  );
}

/** How often a step was taken on the records of a document, and on the document itself. */
function marksIn(doc: Y.Doc): unknown[] {
  const maps = [...doc.share.keys()].flatMap((root) => [...doc.getMap(root).values()]);
  const found = maps.flatMap((map) => (map instanceof Y.Map ? [map.get('marked')] : []));
  return [...new Set([...found, doc.getMap('marks').get('marked')])];
}

interface Stored {
  readonly key: DocKey;
  readonly stored: StoredDoc;
}

function storedIn(dataDir: string): Stored[] {
  const db = new DatabaseSync(databaseFile(dataDir), { readOnly: true });
  const keys = keysIn(db).map(({ key }) => key);
  db.close();
  const engine = new SqliteEngine(dataDir);
  const found = keys.map((key) => {
    const loaded = engine.load(key);
    if (!loaded.ok) throw new Error(loaded.reason);
    return { key, stored: loaded.value };
  });
  engine.close();
  return found;
}

/** A server of the next version on a data folder. */
async function started(dataDir: string) {
  const disk = await openSqliteStorage(dataDir);
  running.push(disk);
  const { storage, killAfter, isDead } = killable(disk);
  const tried: boolean[] = [];
  const opener = new FirstOpening({
    storage,
    trials: {
      run(job) {
        tried.push(job.isBoard);
        return tryOpening(job, () => 0, MIGRATIONS);
      },
      close: async () => {},
    },
    log: createLog('silent', () => {}),
    today: () => 0,
    migrations: MIGRATIONS,
  });
  const registry = openRegistry(storage, new ManualClock(), undefined, undefined, opener);
  const open = (key: DocKey) =>
    registry.withRoom(key, async (opened) => {
      if (!opened.ok) throw new Error(opened.reason);
      const { room } = opened;
      return {
        generation: room.key.generation,
        words: await room.read(wordsIn),
        marks: await room.read(marksIn),
      };
    });
  const end = () => {
    running.splice(running.indexOf(disk), 1);
    return disk.close();
  };
  return { open, tried, killAfter, isDead, end };
}

const wordsBefore = ({ stored }: Stored) => wordsIn(hydrate(stored));

describe('[LOAD7] the documents of revision 4b10a38, under a server whose format has one step more', () => {
  it('are each brought up when they are first opened, with every word, and not again after a start', async () => {
    const dataDir = keptFolder();
    const before = storedIn(dataDir);
    expect(before.filter(({ key }) => key.owner !== '').length).toBeGreaterThan(3);
    const first = await started(dataDir);
    for (const one of before) {
      const generation = one.key.generation + 1;
      expect(await first.open(one.key)).toEqual({ generation, words: wordsBefore(one), marks: [1] });
    }
    expect(first.tried).toHaveLength(before.length);
    await first.end();

    const again = await started(dataDir);
    for (const one of before) {
      const key = { ...one.key, generation: one.key.generation + 1 };
      const { generation } = key;
      expect(await again.open(key)).toEqual({ generation, words: wordsBefore(one), marks: [1] });
    }
    expect(again.tried).toEqual([]);
    await again.end();
    expect(storedIn(dataDir).map(({ stored }) => stored.version)).toEqual(before.map(() => 1));
  });

  it('are each brought up once and whole where the server is killed between', async () => {
    const dataDir = keptFolder();
    const before = storedIn(dataDir);
    const killed = await started(dataDir);
    killed.killAfter(3);
    for (const { key } of before.slice(0, 3)) await killed.open(key);
    for (const { key } of before.slice(3, 4)) void killed.open(key);
    await vi.waitFor(() => expect(killed.isDead()).toBe(true));
    await killed.end();

    const left = storedIn(dataDir);
    expect(left.map(({ stored }) => stored.version).toSorted()).toEqual(
      before.map((_, at) => (at < before.length - 3 ? 0 : 1)),
    );
    const next = await started(dataDir);
    for (const { key } of left) {
      const was = before.find((one) => one.key.board === key.board && one.key.owner === key.owner) as Stored;
      const generation = was.key.generation + 1;
      expect(await next.open(key)).toEqual({ generation, words: wordsBefore(was), marks: [1] });
    }
    expect(next.tried).toHaveLength(before.length - 3);
    await next.end();
  });

  it('are counted by the check of the command line until then, also in a restored backup', async () => {
    const dataDir = keptFolder();
    const file = databaseFile(dataDir);
    const check = () => checkDatabase(file, undefined, MIGRATIONS);
    const owed = (documents: number) => [
      expect.any(String),
      `${documents} documents are of an older format: each is brought to the newest when it is first opened`,
    ];
    const before = storedIn(dataDir);
    const report = check();
    expect([isSound(report), totals(report)]).toEqual([true, owed(before.length)]);

    const server = await started(dataDir);
    await server.open((before[0] as Stored).key);
    await server.end();
    const copy = `${dataDir}/copy.db`;
    expect(backUp(dataDir, copy)).toMatchObject({ ok: true });
    const newer = { ok: false, reason: expect.stringContaining('newer server') };
    expect(restore(dataDir, copy, new Date(0))).toMatchObject(newer);
    expect(restore(dataDir, copy, new Date(0), MIGRATIONS)).toMatchObject({ ok: true });
    expect(totals(check())).toEqual(owed(before.length - 1));
  });
});

it('[LOAD7] a document of a newer server is neither served nor written, and named; the others are served', async () => {
  const dataDir = keptFolder();
  const [newer, other] = [keptBoard('rich'), keptBoard('fresh-blank')];
  const db = new DatabaseSync(databaseFile(dataDir));
  db.prepare("UPDATE heads SET version = 7 WHERE board = ? AND owner = ''").run(newer.id);
  db.close();
  const why = 'it was written by a newer server (format 7, known up to 0)';
  const { documents } = checkDatabase(databaseFile(dataDir));
  expect(documents.filter(({ opens }) => !opens)).toMatchObject([
    { key: { board: newer.id }, isBehind: false, problems: [expect.stringContaining(why)] },
  ]);
  const server = await spawnServer(dataDir);
  const ask = ({ id, lead }: typeof newer, body?: unknown) =>
    fetch(`${server.base}/api/boards/${id}${body === undefined ? '' : '/commands'}`, {
      headers: { authorization: `Bearer ${lead}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  expect(await (await ask(newer)).json()).toMatchObject({ error: { code: 'load-failed' } });
  const room = { type: 'make-room', removed: 'keep' };
  expect(await (await ask(newer, room)).json()).toMatchObject({ error: { code: 'load-failed' } });
  expect((await ask(other)).status).toBe(200);
  await server.end('SIGTERM');
  expect(server.output()).toContain(why);
  const kept = storedIn(dataDir).find(({ key }) => key.board === newer.id && key.owner === '');
  expect(kept?.stored.version).toBe(7);
});
