import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { seededRandom } from '../src/rooms/seeded-random.ts';
import { AckedClient } from './acked-client.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 4);
const seed = Number(process.env['SEED'] ?? 20261121);
const dataDir = mkdtempSync(join(tmpdir(), 'coherence-kill-'));
afterAll(() => {
  endAllServers();
  rmSync(dataDir, { recursive: true, force: true });
});

async function createBoard(base: string): Promise<{ id: string; token: string }> {
  const response = await fetch(`${base}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Killed' }),
  });
  return (await response.json()) as { id: string; token: string };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('kill -9', () => {
  it(
    `loses nothing that was acknowledged or shown (seed ${seed}, ${rounds} rounds)`,
    async () => {
      const next = seededRandom(seed);
      const owed = new Set<string>();
      let server = await spawnServer(dataDir);
      const board = await createBoard(server.base);
      for (let round = 0; round < rounds; round += 1) {
        const join = () => new AckedClient(server.socketBase, board.id, board.token);
        const clients = [join(), join(), join()];
        await vi.waitFor(() => expect(clients.every((one) => one.synced)).toBe(true), { timeout: 10_000 });
        const [watcher] = clients;
        for (const name of owed) expect(watcher?.doc.getMap('factors').get(name)).toBe(name);
        const isOwed = () => clients.some((one) => one.ackedEdits().length > 0);
        const until = performance.now() + 50 + next() * 400;
        const giveUp = performance.now() + 10_000;
        for (let count = 0; performance.now() < (isOwed() ? until : giveUp); count += 1) {
          for (const [index, client] of clients.entries()) client.edit(`r${round}c${index}e${count}`);
          await pause(next() * 8);
        }
        await server.end('SIGKILL');
        await vi.waitFor(() => expect(clients.some((one) => one.open)).toBe(false), { timeout: 5_000 });
        const before = owed.size;
        for (const client of clients) for (const name of client.ackedEdits()) owed.add(name);
        for (const [index, client] of clients.entries()) {
          const shown = [...client.doc.getMap('factors').keys()].filter(
            (name) => !name.startsWith(`r${round}c${index}`),
          );
          for (const name of shown) owed.add(name);
        }
        expect(owed.size).toBeGreaterThan(before);
        for (const client of clients) client.close();
        server = await spawnServer(dataDir);
      }
      const last = new AckedClient(server.socketBase, board.id, board.token);
      await vi.waitFor(() => expect(last.synced).toBe(true), { timeout: 10_000 });
      const kept = last.doc.getMap('factors');
      expect([...owed].filter((name) => kept.get(name) !== name)).toEqual([]);
      last.close();
      await server.end('SIGKILL');
    },
    30_000 + rounds * 10_000,
  );

  it('is not needed: SIGTERM tells clients to come back, exits cleanly and quickly, and keeps what was acknowledged', async () => {
    let server = await spawnServer(dataDir);
    const board = await createBoard(server.base);
    const client = new AckedClient(server.socketBase, board.id, board.token);
    await vi.waitFor(() => expect(client.synced).toBe(true), { timeout: 10_000 });
    for (let count = 0; count < 200; count += 1) client.edit(`e${count}`);
    await vi.waitFor(() => expect(client.ackedEdits().length).toBeGreaterThan(0), {
      timeout: 5_000,
      interval: 1,
    });
    const startedAt = performance.now();
    expect(await server.end('SIGTERM')).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await vi.waitFor(() => expect(client.closeCode).toBe(1012));
    server = await spawnServer(dataDir);
    const again = new AckedClient(server.socketBase, board.id, board.token);
    await vi.waitFor(() => expect(again.synced).toBe(true), { timeout: 10_000 });
    for (const name of client.ackedEdits()) expect(again.doc.getMap('factors').get(name)).toBe(name);
    again.close();
    expect(await server.end('SIGTERM')).toBe(0);
  }, 30_000);
});

describe('starting', () => {
  it('refuses what is not built yet, and says so', async () => {
    const refused = spawnServer(dataDir, { DATABASE_URL: 'postgres://localhost/x' });
    await expect(refused).rejects.toThrow('DATABASE_URL is set, but that is not built yet');
  });

  it('refuses a data folder that another server uses', async () => {
    const server = await spawnServer(dataDir);
    await expect(spawnServer(dataDir)).rejects.toThrow('another server is using this data folder');
    await server.end('SIGTERM');
  });
});
