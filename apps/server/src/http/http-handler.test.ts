import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from '../telemetry/log.ts';
import { createHttpHandler } from './http-handler.ts';
import { Router } from './router.ts';
import { StaticFiles } from './static-files.ts';

it('no log line holds a code, a token or what was typed for one, also when a request fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'coherence-http-'));
  writeFileSync(join(folder, 'index.html'), '<title>Coherence Board</title>');
  const lines: string[] = [];
  const handler = createHttpHandler({
    router: new Router().on('GET', '/api/boards/:id', () => Promise.reject(new Error('broken'))),
    files: new StaticFiles(folder),
    log: createLog('debug', (line) => lines.push(line)),
    strangerAsks: () => {},
    addressOf: () => '',
    countStatus: () => {},
  });
  const http = createServer((request, response) => void handler(request, response)).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const paths = ['/join/K7M2QD', '/JOIN/K7M2QD', '/K7M2QD', '/api/boards/b1?token=K7M2QD', '/'];
  for (const path of paths) await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer();
  http.close();
  http.closeAllConnections();
  rmSync(folder, { recursive: true });
  expect(lines.filter((line) => line.includes('K7M2QD'))).toEqual([]);
  const read = lines.map((line) => JSON.parse(line) as { event: string; path: string });
  expect(read.filter(({ event }) => event === 'http').map(({ path }) => path)).toEqual([
    '/(page)',
    '/(page)',
    '/(page)',
    '/api/boards/b1',
    '/',
  ]);
  expect(read.find(({ event }) => event === 'http-failed')?.path).toBe('/api/boards/b1');
});
