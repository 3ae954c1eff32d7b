import { afterEach, expect, it, vi } from 'vitest';
import { AckedClient } from '../../test/acked-client.ts';
import { startTestServer } from '../testing/test-server.ts';

const HOUR_MS = 3_600_000;

afterEach(() => vi.restoreAllMocks());

it('[FAULT20] a wall clock that jumps an hour to and fro ends nobody and loses nothing', async () => {
  const server = await startTestServer();
  const board = await server.board();
  const client = new AckedClient(server.socketBase, board.id, board.token);
  await vi.waitFor(() => expect(client.synced).toBe(true));
  const realNow = Date.now.bind(Date);
  let jump = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + jump);
  for (const hours of [1, -1, 24, -24, 0]) {
    jump = hours * HOUR_MS;
    client.edit(`at ${hours}`);
    await vi.waitFor(() => expect(client.ackedEdits()).toContain(`at ${hours}`));
    expect((await server.get(`/api/boards/${board.id}`, board.token)).status).toBe(200);
    expect((await server.post('/api/join', { code: board.code })).status).toBe(200);
  }
  expect(client.closeCode).toBeNull();
  client.close();
  await server.server.stop();
});
