import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { AckedClient } from './acked-client.ts';
import { createBoard } from './kill-rounds.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'coherence-disk-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  endAllServers();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

/** An account that may not do everything: this one, or nobody where this one is root. Null: no such account can run it. */
function plainAccount(): number | undefined | null {
  if (process.getuid?.() !== 0) return undefined;
  const nobody = 65_534;
  const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const look = `require('node:fs').readFileSync(${JSON.stringify(program)})`;
  return spawnSync(process.execPath, ['-e', look], { uid: nobody, gid: nobody }).status === 0 ? nobody : null;
}

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
const factors = (client: AckedClient) => client.doc.getMap('factors');
const statusOf = async (url: string, init?: RequestInit) => (await fetch(url, init)).status;

describe.skipIf(process.platform === 'win32')('a file that can no longer grow', () => {
  it('[FAULT5] [FAULT6] [SAVE2] nothing is acknowledged or shown, all are told, reads go on; without the limit all is there', async () => {
    const dataDir = folder();
    const server = await spawnServer(dataDir, {}, [], { fileBlocks: 900 });
    const board = await createBoard(server.base);
    const enter = () => new AckedClient(server.socketBase, board.id, board.token);
    const [writer, watcher] = [enter(), enter()];
    await until(() => expect([writer.synced, watcher.synced]).toEqual([true, true]));
    let count = 0;
    while (!writer.statuses.includes('degraded')) {
      expect(count, 'edits before the limit bites').toBeLessThan(20_000);
      for (let burst = 0; burst < 20; burst += 1) writer.edit(`e${count++}`, 'x'.repeat(300));
      await until(() =>
        expect(writer.unacknowledged === 0 || writer.statuses.includes('degraded')).toBe(true),
      );
    }
    await until(() => expect(watcher.statuses).toContain('degraded'));
    expect(server.output()).toContain('disk I/O error');
    const acked = writer.ackedEdits();
    expect(acked.length).toBeGreaterThan(0);
    expect(acked.length).toBeLessThan(count);
    const late = enter();
    await until(() => expect([late.synced, late.statuses]).toEqual([true, ['degraded']]));
    for (const one of [late, watcher]) expect([...factors(one).keys()].toSorted()).toEqual(acked.toSorted());

    const headers = { authorization: `Bearer ${board.token}` };
    expect(await statusOf(`${server.base}/api/boards/${board.id}`, { headers })).toBe(200);
    expect(await statusOf(`${server.base}/api/boards/${board.id}/export/board.json`, { headers })).toBe(200);
    expect(await statusOf(`${server.base}/health/ready`)).toBe(503);
    await expect(createBoard(server.base)).resolves.toMatchObject({ error: { code: 'cannot-save' } });
    // After more tries of its own, each of which opens the files anew.
    await until(() => expect(server.output().split('"commit-failed"').length).toBeGreaterThan(4));
    expect(writer.ackedEdits()).toEqual(acked);
    await server.end('SIGKILL');

    const again = await spawnServer(dataDir);
    const fresh = new AckedClient(again.socketBase, board.id, board.token);
    await until(() => expect(fresh.synced).toBe(true));
    expect(acked.filter((name) => !factors(fresh).has(name))).toEqual([]);
    const back = new AckedClient(again.socketBase, board.id, board.token, { doc: writer.doc, generation: 1 });
    await until(() => expect(factors(fresh).size).toBe(count));
    await until(() => expect([back.unacknowledged, back.statuses]).toEqual([0, []]));
    for (const one of [fresh, back]) one.close();
    await again.end('SIGTERM');
  });
});

describe.skipIf(process.platform === 'win32')('files that a person takes away', () => {
  it('[FAULT36] [SAVE2] another one in their place: nothing is acknowledged until the own one is back', async () => {
    const dataDir = folder();
    const file = join(dataDir, 'boards.sqlite');
    const server = await spawnServer(dataDir);
    const board = await createBoard(server.base);
    const enter = () => new AckedClient(server.socketBase, board.id, board.token);
    const [writer, watcher] = [enter(), enter()];
    await until(() => expect([writer.synced, watcher.synced]).toEqual([true, true]));
    writer.edit('before');
    await until(() => expect(writer.ackedEdits()).toEqual(['before']));
    renameSync(file, `${file}.aside`);
    writeFileSync(file, '');
    writer.edit('meanwhile');
    await until(() =>
      expect([writer.statuses.at(-1), watcher.statuses.at(-1)]).toEqual(['degraded', 'degraded']),
    );
    expect([writer.ackedEdits(), [...factors(watcher).keys()]]).toEqual([['before'], ['before']]);
    rmSync(file);
    renameSync(`${file}.aside`, file);
    await until(() => expect(writer.ackedEdits()).toEqual(['before', 'meanwhile']));
    await until(() =>
      expect([factors(watcher).has('meanwhile'), watcher.statuses.at(-1)]).toEqual([true, 'ok']),
    );
    await server.end('SIGKILL');
    const again = await spawnServer(dataDir);
    const fresh = new AckedClient(again.socketBase, board.id, board.token);
    await until(() => expect([...factors(fresh).keys()].toSorted()).toEqual(['before', 'meanwhile']));
    fresh.close();
    await again.end('SIGTERM');
  });

  it('[FAULT36] [SAVE1] the folder removed: what was acknowledged before and after is there after a kill', async () => {
    const dataDir = join(folder(), 'data');
    const server = await spawnServer(dataDir);
    const board = await createBoard(server.base);
    const writer = new AckedClient(server.socketBase, board.id, board.token);
    await until(() => expect(writer.synced).toBe(true));
    writer.edit('before');
    await until(() => expect(writer.ackedEdits()).toEqual(['before']));
    rmSync(dataDir, { recursive: true });
    writer.edit('after');
    await until(() => expect(writer.ackedEdits()).toEqual(['before', 'after']));
    expect(server.output()).toContain('"event":"storage-mended"');
    await server.end('SIGKILL');
    const again = await spawnServer(dataDir);
    const fresh = new AckedClient(again.socketBase, board.id, board.token);
    await until(() => expect([...factors(fresh).keys()].toSorted()).toEqual(['after', 'before']));
    fresh.close();
    await again.end('SIGTERM');
  });
});

const account = plainAccount();
describe.skipIf(process.platform === 'win32')('starting where nothing may be written', () => {
  const uid = account ?? undefined;
  const constraints = uid === undefined ? {} : { uid };
  // A root whose files no other account may read has nobody to start the server as.
  it.skipIf(account === null)(
    '[SAVE2] is refused with the reason, not served as if it were saved',
    async () => {
      const dataDir = folder();
      const file = join(dataDir, 'boards.sqlite');
      if (uid !== undefined) chownSync(dataDir, uid, uid);
      const first = await spawnServer(dataDir, {}, [], constraints);
      await createBoard(first.base);
      await first.end('SIGTERM');
      const before = readFileSync(file);
      const start = () => spawnServer(dataDir, {}, [], constraints);
      const modes = [dataDir, file].map((path) => ({ path, mode: statSync(path).mode }));

      chmodSync(file, 0o444);
      await expect(start()).rejects.toThrow('boards.sqlite cannot be written');
      chmodSync(dataDir, 0o555);
      await expect(start()).rejects.toThrow('cannot be written');
      chmodSync(file, 0o644);
      await expect(start()).rejects.toThrow('cannot be written');
      chmodSync(dataDir, 0o000);
      await expect(start()).rejects.toThrow('cannot be written');
      for (const { path, mode } of modes) chmodSync(path, mode);
      expect(readFileSync(file).equals(before)).toBe(true);
      await expect(spawnServer(join(file, 'data'), {}, [], constraints)).rejects.toThrow('ENOTDIR');
      const server = await start();
      await server.end('SIGTERM');
    },
  );

  it('[SAVE2] is refused with the reason where not even an empty store fits', async () => {
    await expect(spawnServer(folder(), {}, [], { fileBlocks: 0 })).rejects.toThrow(
      'the folder cannot be written',
    );
    await expect(spawnServer(folder(), {}, [], { fileBlocks: 64 })).rejects.toThrow('disk I/O error');
  });
});
