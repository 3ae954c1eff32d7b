import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { AckedClient } from './acked-client.ts';
import { createBoard } from './kill-rounds.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'coherence-thread-'));
afterAll(() => {
  endAllServers();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs before the server: SIGUSR2 ends the first thread it starts, which is the store's. */
const ENDS_THE_STORE = `
  import threads from 'node:worker_threads';
  import { syncBuiltinESMExports } from 'node:module';
  const { Worker } = threads;
  let first = null;
  threads.Worker = class extends Worker {
    constructor(...args) { super(...args); first ??= this; }
  };
  syncBuiltinESMExports();
  process.on('SIGUSR2', () => first.terminate());
`;

it('[FAULT35] a server whose storage thread has ended says so, sends everybody away and exits with 1; started again it has all that was acknowledged', async () => {
  const preload = `--import=data:text/javascript,${encodeURIComponent(ENDS_THE_STORE)}`;
  const server = await spawnServer(dataDir, {}, [preload]);
  const board = await createBoard(server.base);
  const client = new AckedClient(server.socketBase, board.id, board.token);
  await vi.waitFor(() => expect(client.synced).toBe(true), { timeout: 10_000 });
  client.edit('kept');
  await vi.waitFor(() => expect(client.ackedEdits()).toEqual(['kept']), { timeout: 10_000 });
  const ended = server.end('SIGUSR2');
  client.edit('late');
  expect(await ended).toBe(1);
  expect(server.output()).toContain('"event":"storage-ended"');
  await vi.waitFor(() => expect(client.closeCode).toBe(1012));

  const again = await spawnServer(dataDir);
  const back = new AckedClient(again.socketBase, board.id, board.token);
  await vi.waitFor(() => expect(back.synced).toBe(true), { timeout: 10_000 });
  for (const name of client.ackedEdits()) expect(back.doc.getMap('factors').has(name)).toBe(true);
  back.close();
  await again.end('SIGTERM');
}, 60_000);
