import { afterEach, describe, expect, it } from 'vitest';
import { startTestServer } from '../../src/testing/test-server.ts';

let server: Awaited<ReturnType<typeof startTestServer>> | null = null;
afterEach(async () => {
  await server?.server.stop();
  server = null;
});

/** A server whose clients say themselves where they come from. */
async function start() {
  const started = await startTestServer({ trustProxy: true });
  server = started;
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const read = async (address: string, path: string, token: string) => {
    const headers = { ...from(address), authorization: `Bearer ${token}` };
    const response = await fetch(`${started.base}${path}`, { headers });
    await response.arrayBuffer();
    return response.status;
  };
  const post = (address: string, path: string, body: unknown) =>
    started.post(path, body, undefined, from(address));
  return { ...started, post, read };
}

/** The statuses of so many requests, twenty at a time. */
async function flood(times: number, ask: (at: number) => Promise<number>): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (let at = 0; at < times; at += 20)
    for (const status of await Promise.all(Array.from({ length: 20 }, (_, more) => ask(at + more))))
      counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const NAT = '192.0.2.1';

describe('[SHARE20] who reads a board without end', () => {
  it('L2: as an observer is refused, and neither the next person nor the facilitator is', async () => {
    const { board, post, read } = await start();
    const made = await board();
    const join = async (role: string) =>
      (await post(NAT, '/api/join', { invite: made.invites[role] })).body.token;
    const [greedy, another] = [await join('observer'), await join('observer')];
    const path = `/api/boards/${made.id}`;
    const counts = await flood(800, () => read(NAT, path, greedy));
    expect(counts[200]).toBeGreaterThanOrEqual(600);
    expect(counts[429]).toBeGreaterThan(0);
    expect([await read(NAT, path, another), await read(NAT, path, made.token)]).toEqual([200, 200]);
  });

  it('L3: by previews is refused, and joining is not', async () => {
    const { board, post } = await start();
    const made = await board();
    const preview = async () => (await post(NAT, '/api/join/preview', { code: made.code })).status;
    const counts = await flood(1_200, preview);
    expect(counts[200]).toBeGreaterThanOrEqual(1_000);
    expect(counts[429]).toBeGreaterThan(0);
    expect((await post(NAT, '/api/join', { code: made.code })).status).toBe(200);
    expect((await post('192.0.2.2', '/api/join/preview', { code: made.code })).status).toBe(200);
  });
});
