import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeUpdateFrame } from '@coherence/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestServer } from '../../src/testing/test-server.ts';
import { rawRequest, requestText, statusesIn } from './raw-request.ts';

const OUTSIDE = 'words that lie beside the client';
const folder = mkdtempSync(join(tmpdir(), 'coherence-web-'));
const clientDir = join(folder, 'client');
mkdirSync(join(clientDir, 'assets'), { recursive: true });
writeFileSync(join(clientDir, 'index.html'), '<title>Coherence Board</title>');
writeFileSync(join(clientDir, 'assets', 'app.js'), 'the client');
for (const name of ['boards.sqlite', 'package.json', '.env']) writeFileSync(join(folder, name), OUTSIDE);

let server: Awaited<ReturnType<typeof startTestServer>>;
let board: Awaited<ReturnType<typeof server.board>>;
beforeAll(async () => {
  server = await startTestServer({ clientDir });
  board = await server.board();
});
afterAll(async () => {
  await server.server.stop();
  rmSync(folder, { recursive: true });
});

describe('[WEB1] an address that leads elsewhere', () => {
  it.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '//etc/passwd',
    `/${folder}/boards.sqlite`,
    '/index.html%00.js',
    '/.env',
    '/../.env',
    '/../boards.sqlite',
    '/assets/',
    '/b/../../boards.sqlite',
    '/\\..\\..\\package.json',
    'http://evil/../boards.sqlite',
    '*',
    '/%',
    '/%ff',
    '/assets/app.js/../../../package.json',
  ])('W2: %s is no file', async (path) => {
    const answer = await rawRequest(server.port, requestText(`GET ${path}`));
    expect(['400', '404']).toContain(statusesIn(answer).join());
    expect(answer).not.toContain(OUTSIDE);
    expect(answer).not.toContain('root:');
  });

  it('W2: and what the client has is sent', async () => {
    expect((await server.get('/assets/app.js')).body).toBe('the client');
  });
});

describe('[WEB5] what is no plain request', () => {
  const smuggled = 'GET /api/config HTTP/1.1\r\nHost: x\r\n\r\n';
  const upgrade = ['Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA'];
  it.each<[string, string | Uint8Array, string]>([
    [
      'two lengths',
      requestText('POST /api/boards', ['Content-Length: 4', 'Content-Length: 5'], 'abcde'),
      '400',
    ],
    [
      'a length and chunks',
      requestText(
        'POST /api/boards',
        ['Content-Length: 4', 'Transfer-Encoding: chunked'],
        `0\r\n\r\n${smuggled}`,
      ),
      '400',
    ],
    [
      'chunks by another name',
      requestText('POST /api/boards', ['Transfer-Encoding: xchunked', 'Content-Length: 3'], smuggled),
      '400',
    ],
    ['a header that is continued', requestText('GET /', ['X: a', ' Content-Length: 5']), '400'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '400'],
    ['an upgrade to HTTP/2', requestText('GET /', [...upgrade]).replace('close', 'Upgrade'), '400'],
    [
      'a WebSocket of 2010',
      requestText('GET /sync/x', ['Upgrade: WebSocket', 'Sec-WebSocket-Key1: 1']).replace('close', 'Upgrade'),
      '400',
    ],
    ['CONNECT', requestText('CONNECT example.com:443'), ''],
    ['TRACE', requestText('TRACE /api/config', ['X-Secret: echo']), '405'],
    ['a path of 20 KB', requestText(`GET /${'a'.repeat(20_000)}`), '431'],
    ['an expectation', requestText('POST /api/boards', ['Expect: 200-ok', 'Content-Length: 0']), '417'],
    ['the hello of TLS', Uint8Array.of(22, 3, 1, 0, 5, 1, 0, 0, 1, 3), '400'],
    ['no request', '\0\0\0\0\r\n\r\n', '400'],
  ])('P1: %s is refused once, and the connection ended', async (_name, bytes, status) => {
    const answer = await rawRequest(server.port, bytes);
    expect([statusesIn(answer).join(), answer.includes('echo')]).toEqual([status, false]);
    expect((await server.get('/health/live')).status).toBe(200);
  });
});

describe('[WEB2] what a page of another site sends without asking first', () => {
  const posts = [
    ...readFileSync(new URL('../../../../docs/interface.md', import.meta.url), 'utf8').matchAll(
      /`POST (\/[^`\s]*)`/g,
    ),
  ].map(([, path]) => path ?? '');

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['text/plain; application/json'],
    [null],
  ])('W3: %s changes nothing, at no address that takes posts', async (type) => {
    expect(posts.length).toBeGreaterThan(10);
    for (const path of posts) {
      const response = await fetch(`${server.base}${path.replace(':id', board.id)}`, {
        method: 'POST',
        headers: { origin: 'https://evil.example', ...(type === null ? {} : { 'content-type': type }) },
        body: new TextEncoder().encode(JSON.stringify({ title: 'T', code: board.code })),
      });
      // A stream is always answered 200; the refusal is its first record (STREAM3).
      const refused = path.endsWith('/stream') ? [200, 415] : [401, 404, 415];
      expect([path, refused.includes(response.status)]).toEqual([path, true]);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      await response.arrayBuffer();
    }
  });

  it('W3: nor is it told that it may', async () => {
    for (const path of ['/api/boards', '/api/join', `/api/boards/${board.id}/commands`]) {
      const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
      const response = await fetch(`${server.base}${path}`, { method: 'OPTIONS', headers: asked });
      const allows = [...response.headers.keys()].filter((name) => name.startsWith('access-control'));
      expect([response.status, allows]).toEqual([405, []]);
    }
  });
});

/** Opens a socket, says something that no room understands, and answers the code with which it was closed. */
function closeCode(origin: string | null, frame: Uint8Array | string = 'text'): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = `${server.socketBase}/${board.id}?token=${board.token}`;
    const socket = new WebSocket(path, { headers: origin === null ? {} : { origin } });
    socket.on('open', () => socket.send(frame));
    socket.on('error', reject);
    socket.on('close', resolve);
  });
}

describe('[WEB3] a socket', () => {
  it('W4: is not for pages of other origins', async () => {
    const own = `127.0.0.1:${server.port}`;
    const others = [
      'https://evil.example',
      'null',
      'file://',
      `http://${own}.evil.example`,
      `http://${own}@evil.example`,
      `http://evil.example/${own}`,
      `http://evil.example#${own}`,
      'http://127.0.0.1:1',
      'http://127.0.0.1',
    ];
    for (const origin of others) expect([origin, await closeCode(origin)]).toEqual([origin, 4403]);
  });

  it('W4: is for pages of this server, and for programs, which name none', async () => {
    // 4400: let in, and then closed for the text frame.
    expect(await closeCode(`http://127.0.0.1:${server.port}`)).toBe(4400);
    expect(await closeCode(null)).toBe(4400);
  });

  it.each([
    ['an empty frame', new Uint8Array()],
    ['a length that is not there', Uint8Array.of(0, 2, 255, 255, 255, 255, 15)],
    ['a count that is not there', Uint8Array.of(1, 255, 255, 255, 255, 15, 1)],
    ['a number of 20 bytes', new Uint8Array(20).fill(255)],
    ['an update that is none', encodeUpdateFrame(Uint8Array.of(255, 255, 255, 255, 15))],
    ['a frame of 9.6 MB', new Uint8Array(9_600_000)],
    ['a text frame', 'text'],
  ])('P2: [CLOSE2] ends after %s, and the server serves others', async (_name, frame) => {
    expect([4400, 4403, 4413, 1009]).toContain(await closeCode(null, frame));
    expect((await server.get('/health/live')).status).toBe(200);
  });
});

describe('[WEB4] what a request calls this server', () => {
  const ask = (headers: string[]) =>
    rawRequest(
      server.port,
      `GET /api/config HTTP/1.1\r\nConnection: close\r\n${headers.join('\r\n')}\r\n\r\n`,
    );
  const bodyOf = (answer: string) => answer.split('\r\n\r\n').slice(1).join();

  it('W5: is in no address that others are shown', async () => {
    const own = bodyOf(await ask([`Host: 127.0.0.1:${server.port}`]));
    expect(own).toContain('publicUrls');
    for (const lie of ['Host: evil.example', 'Host: x\r\nX-Forwarded-Host: evil.example', 'Host: a b'])
      expect(bodyOf(await ask([lie]))).toBe(own);
  });

  it('W5: is in the policy of the answer to itself alone, where it is a plain host', async () => {
    expect(await ask(['Host: evil.example'])).toContain("connect-src 'self' ws://evil.example wss:");
    expect(await ask(["Host: evil.example' *"])).toContain("connect-src 'self';");
    expect(await ask(['Host: x', 'X-Forwarded-Host: evil.example'])).not.toContain('evil.example');
  });

  it('G7: is taken from a proxy only where the operator said that there is one, and then no further', async () => {
    const trusting = await startTestServer({ trustProxy: true });
    const [privateDoc, forged] = [{}, { 'x-forwarded-host': 'evil.example' }];
    const [plain, lied] = await Promise.all(
      [privateDoc, forged].map(async (headers) => {
        const response = await fetch(`${trusting.base}/api/config`, { headers });
        return { policy: response.headers.get('content-security-policy'), body: await response.text() };
      }),
    );
    await trusting.server.stop();
    expect(lied?.body).toBe(plain?.body);
    expect([plain?.policy, lied?.policy].map((policy) => policy?.includes('evil.example'))).toEqual([
      false,
      true,
    ]);
  });

  it('G3: nor is the address of the sender, where no proxy is trusted', async () => {
    const statuses = [];
    for (let at = 0; at < 40; at += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${at}` };
      const wrong = {
        code: `KKKKK${'23456789'[at % 8]}`.replace(/K/, 'ABCDEFGH'[Math.floor(at / 8)] ?? 'K'),
      };
      statuses.push((await server.post('/api/join', wrong, undefined, headers)).status);
    }
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 404));
    expect(statuses.slice(30)).toContain(429);
  });
});
