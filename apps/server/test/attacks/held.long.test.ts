import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endAllServers, spawnServer } from '../spawn-server.ts';
import { hostileFiles } from './hostile-files.ts';
import { SILENCE_MAX_MS, watchSilence } from './silence.ts';

const LONG_MS = 300_000;
const dataDir = mkdtempSync(join(tmpdir(), 'coherence-held-'));
let server: Awaited<ReturnType<typeof spawnServer>>;
beforeAll(async () => {
  server = await spawnServer(dataDir, { TRUST_PROXY: '1' });
});
afterAll(async () => {
  endAllServers();
  await server.exited;
  rmSync(dataDir, { recursive: true, force: true });
});

async function importFile(text: string, address: string) {
  const response = await fetch(`${server.base}/api/boards/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: text,
  });
  return { status: response.status, body: (await response.json()) as { id: string; token: string } };
}

async function exportedStatus({ id, token }: { id: string; token: string }, file: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${server.base}/api/boards/${id}/export/${file}`, { headers });
  await response.arrayBuffer();
  return response.status;
}

describe('[FILE5] files as large as they may be that are meant to stop their reader', () => {
  it.each(Object.entries(hostileFiles(100)))('I1 I2: %s', { timeout: LONG_MS }, async (_name, text) => {
    const silence = watchSilence(server);
    const { status, body } = await importFile(text, '192.0.2.1');
    expect([201, 400, 413, 422]).toContain(status);
    if (status === 201)
      for (const file of ['board.json', 'map.json', 'map.svg', 'grid.svg'])
        expect([file, [200, 413].includes(await exportedStatus(body, file))]).toEqual([file, true]);
    expect(await silence.end()).toBeLessThan(SILENCE_MAX_MS);
  });

  it('L1: a board of 20,000 factors from a file of 2 MB silences nobody', { timeout: LONG_MS }, async () => {
    const factors = Array.from({ length: 20_000 }, (_, at) => ({
      id: `f${at}`,
      text: `Factor ${at} ${'x'.repeat(40)}`,
      kind: 'factor',
    }));
    const silence = watchSilence(server);
    const text = JSON.stringify({ schema: 'coherence-board/1', title: 'Large', factors });
    const { status, body } = await importFile(text, '192.0.2.2');
    expect([status, await exportedStatus(body, 'board.json')]).toEqual([201, 200]);
    expect(await silence.end()).toBeLessThan(SILENCE_MAX_MS);
  });
});
