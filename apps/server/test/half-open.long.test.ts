import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { AckedClient } from './acked-client.ts';
import { openByteProxy } from './byte-proxy.ts';
import { createBoard } from './kill-rounds.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'coherence-half-open-'));
afterAll(() => {
  endAllServers();
  rmSync(dataDir, { recursive: true, force: true });
});

it('[FAULT14] a network that goes silent: gone on the server within 25 s, unsaved on the client, healed on return', async () => {
  const server = await spawnServer(dataDir);
  const proxy = await openByteProxy(Number(new URL(server.base).port));
  const board = await createBoard(server.base);
  const lost = new AckedClient(`ws://127.0.0.1:${proxy.port}/sync`, board.id, board.token);
  const near = new AckedClient(server.socketBase, board.id, board.token);
  await vi.waitFor(() => expect([lost.synced, near.synced]).toEqual([true, true]), { timeout: 10_000 });
  proxy.goSilent();
  const silentFrom = performance.now();
  lost.edit('into the silence');
  const sessions = async () => {
    const text = await (await fetch(`${server.base}/metrics`)).text();
    return Number(/^coherence_sessions (\d+)$/m.exec(text)?.[1]);
  };
  await vi.waitFor(async () => expect(await sessions()).toBe(1), { timeout: 40_000, interval: 250 });
  expect(performance.now() - silentFrom).toBeLessThan(27_000);
  expect([lost.ackedEdits(), near.doc.getMap('factors').has('into the silence')]).toEqual([[], false]);
  lost.close();
  const back = new AckedClient(server.socketBase, board.id, board.token, { doc: lost.doc, generation: 1 });
  await vi.waitFor(() => expect(near.doc.getMap('factors').has('into the silence')).toBe(true), {
    timeout: 10_000,
  });
  back.close();
  near.close();
  proxy.close();
  await server.end('SIGTERM');
});
