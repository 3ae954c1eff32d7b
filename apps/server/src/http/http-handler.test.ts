import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { createLog } from '../telemetry/log.ts';
import { createHttpServer } from './http-handler.ts';
import { Router, json } from './router.ts';
import type { RequestContext } from './router.ts';
import { StaticFiles } from './static-files.ts';

const closes: (() => void)[] = [];
afterEach(() => {
  for (const close of closes.splice(0)) close();
});

/** A server with these routes and one page, what it logged, and how to ask it by hand. */
async function served(router: Router) {
  const folder = mkdtempSync(join(tmpdir(), 'coherence-http-'));
  writeFileSync(join(folder, 'index.html'), '<title>Coherence Board</title>');
  const lines: string[] = [];
  const statuses: number[] = [];
  const { http, ready } = createHttpServer({
    router,
    files: new StaticFiles(folder),
    log: createLog('debug', (line) => lines.push(line)),
    takes: () => false,
    strangerAsks: () => {},
    addressOf: () => '',
    countStatus: (status) => statuses.push(status),
  });
  await ready();
  await once(http.listen(0, '127.0.0.1'), 'listening');
  closes.push(() => {
    http.close();
    http.closeAllConnections();
    rmSync(folder, { recursive: true });
  });
  const { port } = http.address() as AddressInfo;
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
    const text = await answer.text();
    const code = text.startsWith('{"error"')
      ? (JSON.parse(text) as { error: { code: string } }).error.code
      : '';
    return { status: answer.status, headers: answer.headers, text, code };
  };
  return { port, ask, lines, statuses };
}

it('no log line holds a code, a token or what was typed for one, also when a request fails', async () => {
  const router = new Router().on('GET', '/api/boards/:id', () => Promise.reject(new Error('broken')));
  const { ask, lines } = await served(router);
  const paths = ['/join/K7M2QD', '/JOIN/K7M2QD', '/K7M2QD', '/api/boards/b1?token=K7M2QD', '/'];
  for (const path of paths) await ask(path);
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

it('[LOG3] no log line holds the invite of a link that mail protection mangled', async () => {
  const { ask, lines } = await served(new Router());
  const invite = 'Ab-9_xYz01KLmnOPqrST2w';
  const paths = ['%23', '%2523', '%EF%BC%83', '*', '%20', ';', '&', '/', '/sheet%23', ''].map(
    (sign) => `/b/k3x9w1q7z5ab${sign}${invite}`,
  );
  for (const path of [...paths, `/B/b1%23${invite}`, `/api/boards/b1%23${invite}`, `/assets/%23${invite}`])
    await ask(path, { headers: { accept: 'text/html' } });
  expect(lines).toHaveLength(paths.length + 3);
  expect(lines.filter((line) => line.includes(invite.slice(3)))).toEqual([]);
  await ask('/b/k3x9w1q7z5ab');
  expect(lines.at(-1)).toContain('"path":"/b/k3x9w1q7z5ab"');
});

const echo = ({ params }: RequestContext) => json(200, params);
const ROUTES = () =>
  new Router()
    .on('GET', '/api/config', echo)
    .on('GET', '/api/boards/:id', echo)
    .on('POST', '/api/boards/:id', echo)
    .on('GET', '/api/boards/:id/export/:what.:format', echo);

it('[WEB7] an address has one spelling, and a route gets its pieces as they are written', async () => {
  const { ask } = await served(ROUTES());
  for (const path of ['/api/%63onfig', '/api/config/', '/API/config', '/api//config', '/api/config;x=1'])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  for (const id of ['a%2fb', 'a%2Eb', '%00', '%', '%ff', 'a'.repeat(5_000), '%'.repeat(5_000)])
    expect((await ask(`/api/boards/${id}`)).text).toBe(JSON.stringify({ id }));
  const exported = await ask('/api/boards/b1/export/map%2e.svg');
  expect(exported.text).toBe(JSON.stringify({ id: 'b1', what: 'map%2e', format: 'svg' }));
  for (const name of ['kumu.x.json', 'mapsvg'])
    expect((await ask(`/api/boards/b1/export/${name}`)).status).toBe(404);
});

it('[WEB7] a method that an address does not take is refused whatever its body is, and told what it takes', async () => {
  const { ask, statuses } = await served(ROUTES());
  const bodies: RequestInit[] = [
    {},
    { body: '{', headers: { 'content-type': 'application/json' } },
    { body: 'x', headers: { 'content-type': ';;;' } },
  ];
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND', 'QUERY'])
    for (const body of bodies) {
      const { status, code, headers } = await ask('/api/boards/b1', { method, ...body });
      expect([method, status, code, headers.get('allow')]).toEqual([
        method,
        405,
        'method-not-allowed',
        'GET, POST',
      ]);
      expect((await ask('/api/nothing', { method, ...body })).code).toBe('not-found');
    }
  for (const body of bodies)
    expect((await ask('/api/boards/b1', { method: 'POST', ...body })).status).toBe(200);
  expect(new Set(statuses)).toEqual(new Set([405, 404, 200]));
});

it('answers HEAD as GET, without the body', async () => {
  const { ask } = await served(ROUTES());
  const [head, get] = [await ask('/api/config', { method: 'HEAD' }), await ask('/api/config')];
  expect([head.status, head.text, head.headers.get('content-length')]).toEqual([
    200,
    '',
    String(get.text.length),
  ]);
});

it('counts and logs an answer to a person who went away half-way', async () => {
  const arrives = Promise.withResolvers<void>();
  const router = new Router().on('POST', '/api/boards', async ({ request }) => {
    for await (const _piece of request) arrives.resolve();
    return json(201, {});
  });
  const { port, statuses, lines } = await served(router);
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf');
  await arrives.promise;
  socket.destroy();
  await vi.waitFor(() => expect(statuses).toEqual([500]));
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['http-failed', 'http']);
});
