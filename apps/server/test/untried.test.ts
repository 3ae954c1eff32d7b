import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { backUp } from '../src/cli/backup.ts';
import { restore } from '../src/cli/restore.ts';
import { SqliteEngine } from '../src/storage/sqlite/sqlite-engine.ts';
import { copyOfKeptStore, keptBoard, keptBoards } from './kept-fixtures.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';

const folders: string[] = [];
afterAll(() => {
  endAllServers();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});
const later = (folder: string) => {
  folders.push(folder);
  return folder;
};

/** What a data folder says of each board of revision 4b10a38: steps since it was known to open quickly, or null. */
function untriedIn(dataDir: string): Record<string, number | null> {
  const engine = new SqliteEngine(dataDir);
  const untried = Object.entries(keptBoards()).map(([name, { id }]) => {
    const generation = engine.get('boards', id)?.generation ?? 0;
    const loaded = engine.load({ board: id, generation, owner: '' });
    if (!loaded.ok) throw new Error(`${name}: ${loaded.reason}`);
    return [name, loaded.value.untried];
  });
  engine.close();
  return Object.fromEntries(untried) as Record<string, number | null>;
}

/** Has a program say which files it runs in threads of their own. */
const SAYS_THREADS = `
  import threads from 'node:worker_threads';
  import { syncBuiltinESMExports } from 'node:module';
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(file, options) {
      super(file, options);
      console.log('a thread of ' + file);
    }
  };
  syncBuiltinESMExports();
`;

const nobodyKnows = Object.fromEntries(Object.keys(keptBoards()).map((name) => [name, null]));

it('[LOAD1] a large board from before is tried when it is first opened, in a thread; a small one and one that nobody opens not', async () => {
  const dataDir = later(copyOfKeptStore());
  expect(untriedIn(dataDir)).toEqual(nobodyKnows);
  const flags = ['--import', `data:text/javascript,${encodeURIComponent(SAYS_THREADS)}`];
  const server = await spawnServer(dataDir, {}, flags);
  expect(server.output()).not.toContain('trial-worker.ts');
  for (const { id, lead } of [keptBoard('rich'), keptBoard('fresh-blank')]) {
    const headers = { authorization: `Bearer ${lead}` };
    expect((await fetch(`${server.base}/api/boards/${id}`, { headers })).status).toBe(200);
  }
  await server.end('SIGTERM');
  expect(server.output().match(/a thread of .*trial-worker.ts/g)).toHaveLength(1);
  expect(untriedIn(dataDir)).toEqual({ ...nobodyKnows, rich: 0 });
});

it('[LOAD4] what was not tried is not tried in a restored backup either', () => {
  const home = later(mkdtempSync(join(tmpdir(), 'coherence-untried-')));
  const copy = join(home, 'copy.db');
  expect(backUp(later(copyOfKeptStore()), copy)).toMatchObject({ ok: true });
  const dataDir = join(home, 'data');
  expect(restore(dataDir, copy, new Date(0))).toMatchObject({ ok: true });
  expect(untriedIn(dataDir)).toEqual(nobodyKnows);
});
