import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../../src/testing/test-server.ts';
import { hostileFiles, scriptedBoard } from './hostile-files.ts';

let server: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: true });
});
afterAll(() => server.server.stop());

const exported = (board: { id: string; token: string }, file: string) =>
  server.get(`/api/boards/${board.id}/export/${file}`, board.token);

describe('[FILE5] a file that is meant to stop its reader', () => {
  it.each(Object.entries(hostileFiles(1)))('I1 I2 I3: %s', async (_name, text) => {
    const { status, body } = await server.post('/api/boards/import', text);
    expect([201, 400, 422]).toContain(status);
    if (status === 201) {
      for (const file of ['board.json', 'map.json', 'map.svg', 'grid.svg'])
        expect([file, (await exported(body, file)).status]).toEqual([file, 200]);
    } else expect(body.error.code).toMatch(/^[a-z-]+$/);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect((await server.get('/health/live')).status).toBe(200);
  });

  it('I4: [COMMAND1] the same in a command or a new board is refused, and nothing has such a name', async () => {
    const board = await server.board();
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    const bodies = [
      `{"type": "nothing", "x": ${deep}}`,
      `{"type": ${deep}}`,
      '{"type": "__proto__"}',
      '{"type": "constructor"}',
      '{"type": "set-agenda", "agenda": [{"__proto__": {"kind": "write"}}]}',
      deep,
    ];
    for (const body of bodies) {
      const answer = await server.post(`/api/boards/${board.id}/commands`, body, board.token);
      expect([body.slice(0, 60), answer.status]).toEqual([body.slice(0, 60), 400]);
    }
    for (const body of [`{"title": ${deep}}`, '{"__proto__": {"title": "T"}}', '[]', 'null'])
      expect((await server.post('/api/boards', body)).status).toBe(400);
    expect((await server.post('/api/boards', `{"title": "${'a'.repeat(70_000)}"}`)).status).toBe(413);
    expect((await server.get(`/api/boards/${board.id}`, board.token)).status).toBe(200);
  });
});

it('[FILE6] X4: a text that goes on and on is read in one go, wherever it stands', async () => {
  const long = (part: string) => part.repeat(60_000 / part.length);
  const inFile = (text: string) => `{"schema": "coherence-board/1", "title": ${text}}`;
  const files = [
    `"${long('\\ud800')}"`,
    `${long('1')}x`,
    `${long('1e')}`,
    `${long(' ')}x`,
    `"${long('\\u0041')}\\x"`,
    `${long('\n')}x`,
    `"${long('é\u0301')}"`,
    `"${long("'s ")}"`,
  ];
  for (const text of files) {
    const { status } = await server.post('/api/boards/import', inFile(text), undefined, {
      'x-forwarded-for': '192.0.2.1',
    });
    expect([text.slice(0, 6), [201, 422].includes(status)]).toEqual([text.slice(0, 6), true]);
  }
  for (const code of [long('-'), long(' '), `${long('0:')}`, long('K7')])
    expect((await server.post('/api/join', { code })).status).toBe(400);
  for (const path of [`/b/${'/'.repeat(10_000)}`, `/join/${'-'.repeat(10_000)}`, `/${'.'.repeat(10_000)}`])
    expect([200, 404, 503]).toContain((await server.get(path)).status);
});

/** Elements and attributes of a picture; throws where it is not what a strict reader of XML takes. */
function markupOf(svg: string) {
  const elements = new Set<string>();
  const attributes = new Set<string>();
  let read = 0;
  for (const part of svg.matchAll(/<\/?([a-zA-Z]+)((?:\s[a-zA-Z:-]+="[^"<]*")*)\/?>|[^<]+/gy)) {
    read += part[0].length;
    if (part[1] !== undefined) elements.add(part[1]);
    for (const [, name = ''] of (part[2] ?? '').matchAll(/\s([a-zA-Z:-]+)="/g)) attributes.add(name);
  }
  if (read !== svg.length) throw new Error(`not well formed at ${svg.slice(read, read + 60)}`);
  return { elements: [...elements], attributes: [...attributes] };
}

describe('[WEB6] what is exported from a board on which every text is a script', () => {
  it('X1 X1b X1c: runs nothing: no such element or attribute is in a picture, and it is sent to be kept, not shown', async () => {
    const { body: board } = await server.post('/api/boards/import', scriptedBoard());
    for (const file of ['map.svg', 'grid.svg']) {
      const { body, headers } = await exported(board, file);
      const { elements, attributes } = markupOf(body);
      const drawn =
        'svg title desc style defs rect text tspan clipPath g path circle line polygon marker'.split(' ');
      expect(elements.filter((name) => !drawn.includes(name))).toEqual([]);
      expect(attributes.filter((name) => /^on|href|^src$/i.test(name))).toEqual([]);
      expect(body).toContain('&lt;script&gt;');
      expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    }
    for (const file of ['map.svg', 'grid.svg', 'map.png', 'grid.png', 'map.json', 'board.json']) {
      const { status, headers } = await exported(board, file);
      expect([file, status, headers.get('x-content-type-options')]).toEqual([file, 200, 'nosniff']);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[a-z0-9.-]+$/);
    }
  });

  it.each([
    '\ud800',
    '\u202egnp.exe',
    '😀'.repeat(140),
    '../../etc/passwd',
    'CON',
    '.',
    '\u0000',
    'a"; filename="x.exe',
    'a\r\nSet-Cookie: a=b',
    'x'.repeat(300),
  ])('X2: has a plain file name, also from the title %j', async (title) => {
    const board = await server.board();
    const renamed = await server.post(
      `/api/boards/${board.id}/commands`,
      { type: 'rename-board', title },
      board.token,
    );
    const { headers } = await exported(board, 'board.json');
    const name = /^attachment; filename\*=UTF-8''(.*)$/.exec(headers.get('content-disposition') ?? '')?.[1];
    expect(name).toMatch(/^board(-[a-z0-9]+)*-\d{4}-\d\d-\d\d\.json$/);
    expect(name?.length).toBeLessThan(100);
    expect([200, 400]).toContain(renamed.status);
    expect(headers.get('set-cookie')).toBeNull();
  });
});
