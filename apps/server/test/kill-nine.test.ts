import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { AckedClient } from './acked-client.ts';
import { createBoard, joinBoard, killAgainAndAgain } from './kill-rounds.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 4);
const seed = Number(process.env['SEED'] ?? 20261121);
const dataDir = mkdtempSync(join(tmpdir(), 'coherence-kill-'));
afterAll(() => {
  endAllServers();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('kill -9', () => {
  it(
    `[FAULT1] [FAULT2] loses nothing that was acknowledged or shown (seed ${seed}, ${rounds} rounds)`,
    () => killAgainAndAgain(dataDir, rounds, seed),
    30_000 + rounds * 10_000,
  );

  it('[FAULT34] SIGTERM under load acknowledges, says goodbye to all people, and exits within 10 s', async () => {
    const server = await spawnServer(dataDir);
    const board = await createBoard(server.base);
    const tokens = await Promise.all(
      Array.from({ length: 40 }, () => joinBoard(server.base, { code: board.code })),
    );
    const clients = tokens.map((token) => new AckedClient(server.socketBase, board.id, token));
    const synced = () => clients.filter((one) => one.synced).length;
    await vi.waitFor(() => expect(synced()).toBe(40), { timeout: 20_000 });
    const writing = setInterval(() => {
      for (const [index, client] of clients.entries()) client.edit(`c${index}at${performance.now()}`);
    }, 20);
    const acked = () => clients.filter((one) => one.ackedEdits().length > 0).length;
    await vi.waitFor(() => expect(acked()).toBe(40), { timeout: 20_000 });
    const startedAt = performance.now();
    const code = await server.end('SIGTERM');
    clearInterval(writing);
    expect([code, performance.now() - startedAt < 10_000]).toEqual([0, true]);
    await vi.waitFor(() => expect(clients.map((one) => one.closeCode)).toEqual(clients.map(() => 1012)));
    const again = await spawnServer(dataDir);
    const late = new AckedClient(again.socketBase, board.id, board.token);
    await vi.waitFor(() => expect(late.synced).toBe(true), { timeout: 10_000 });
    const owed = clients.flatMap((one) => one.ackedEdits());
    expect(owed.filter((name) => !late.doc.getMap('factors').has(name))).toEqual([]);
    late.close();
    await again.end('SIGTERM');
  }, 90_000);

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
    for (const name of client.ackedEdits()) expect(again.says(name)).toBe(name);
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
