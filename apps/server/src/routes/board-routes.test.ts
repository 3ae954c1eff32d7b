import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERRORS } from '@coherence/protocol/http';
import { startTestServer } from '../testing/test-server.ts';

type TestServer = Awaited<ReturnType<typeof startTestServer>>;
let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.server.stop());

const errorOf = (reply: { status: number; body: { error?: { code: string } } }) => [
  reply.status,
  reply.body.error?.code,
];

describe('making a board', () => {
  it('answers with everything its creator needs', async () => {
    const reply = await server.post('/api/boards', {
      title: 'Why improvement stalls',
      question: 'What gets in the way?',
      units: ['School Improvement', { name: 'Federal Programs', short: 'FP' }],
    });
    expect(reply.status).toBe(201);
    expect(reply.body.code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
    expect(Object.keys(reply.body.invites).sort()).toEqual([
      'display',
      'facilitator',
      'observer',
      'participant',
    ]);
    const board = await server.get(`/api/boards/${reply.body.id}`, reply.body.token);
    expect(board.body).toMatchObject({
      title: 'Why improvement stalls',
      role: 'facilitator',
      counts: { factors: 0 },
    });
  });

  it.each([
    ['no title', {}, [400, 'bad-request']],
    ['a blank title', { title: '  ' }, [400, 'bad-request']],
    ['a title that is no text', { title: 7 }, [400, 'bad-request']],
    ['broken JSON', '{', [400, 'bad-request']],
    ['a huge body', { title: 'x'.repeat(70_000) }, [413, 'too-large']],
  ])('refuses %s', async (_name, body, expected) => {
    expect(errorOf(await server.post('/api/boards', body))).toEqual(expected);
  });

  it('takes JSON only, which a form on another site cannot send', async () => {
    const reply = await fetch(`${server.base}/api/boards`, { method: 'POST', body: '{"title":"x"}' });
    expect(reply.status).toBe(415);
  });
});

describe('importing', () => {
  const folder = new URL('../../../../e2e/samples/', import.meta.url);
  const samples = (() => {
    try {
      return readdirSync(folder).filter((name) => /^0[0-2].*\.json$/.test(name));
    } catch {
      return [];
    }
  })();

  it('makes a new board of a board file and keeps its ids', async () => {
    const file = {
      schema: 'coherence-board/1',
      title: 'From a file',
      factors: [{ id: 'f-one', text: 'Unclear roles', kind: 'factor' }],
    };
    const made = await server.post('/api/boards/import', file);
    expect(made.status).toBe(201);
    const back = await server.get(`/api/boards/${made.body.id}/export/board.json`, made.body.token);
    expect(back.body.factors).toMatchObject([{ id: 'f-one', text: 'Unclear roles' }]);
  });

  it.each(samples)('takes the sample %s as it is', async (name) => {
    const reply = await server.post('/api/boards/import', readFileSync(new URL(name, folder), 'utf8'));
    expect(reply.status).toBe(201);
  });

  const sends = async (path: string, body: Uint8Array<ArrayBuffer>) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${server.base}${path}`, { method: 'POST', headers, body });
    return { status: reply.status, body: await reply.json() };
  };
  const paged = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const board = (text: string) =>
    `{"schema":"coherence-board/1","title":"B","factors":[{"id":"f","text":"${text}","kind":"factor"}]}`;

  it('[ENCODING1] [ENCODING2] reads a file in UTF-16 and in the Western code page with every letter', async () => {
    const wide = Uint8Array.from(
      [...`\uFEFF${board('R\xe9gimen')}`].flatMap((sign) => [
        sign.charCodeAt(0) & 255,
        sign.charCodeAt(0) >> 8,
      ]),
    );
    for (const bytes of [wide, paged(board('R\xe9gimen'))]) {
      const made = await sends('/api/boards/import', bytes);
      expect(made.status).toBe(201);
      const back = await server.get(`/api/boards/${made.body.id}/export/board.json`, made.body.token);
      expect(back.body.factors).toMatchObject([{ text: 'Régimen' }]);
    }
  });

  it('[ENCODING3] refuses a letter in doubt with its place, also in a body that is no file', async () => {
    const { status, body } = await sends('/api/boards/import', paged(board('caf\x82')));
    expect([status, body.error.where]).toEqual([422, 'line 1, column 75']);
    expect(body.error.values).toEqual({
      problem: 'letter-unknown',
      line: 1,
      column: 75,
      fix: 'save-as-utf-8',
    });
    const made = await sends('/api/boards', paged('{"title":"R\xe9gimen"}'));
    expect(errorOf(made)).toEqual([400, 'bad-request']);
  });

  it('[SIZE1] names the limit of what is too large, in words and in values', async () => {
    const file = await sends('/api/boards/import', new Uint8Array(9 * 1024 * 1024));
    expect([file.status, file.body.error.values]).toEqual([413, { megabytes: 8 }]);
    expect(file.body.error.message).toContain('larger than 8 MB');
    const body = await server.post('/api/boards', { title: 'x'.repeat(70_000) });
    expect([body.status, body.body.error.values]).toEqual([413, { kilobytes: 64 }]);
    expect(body.body.error.message).toContain('larger than 64 KB');
  });

  it('says where a broken file is broken', async () => {
    const cut = await server.post('/api/boards/import', '{"schema": "coherence-board/1", ');
    expect(errorOf(cut)).toEqual([422, 'broken-file']);
    const wrong = await server.post('/api/boards/import', {
      schema: 'coherence-board/1',
      title: 'x',
      factors: [{ id: 'a', text: 'b', kind: 'green' }],
    });
    expect(errorOf(wrong)).toEqual([422, 'broken-file']);
    expect(wrong.body.error.where).toBe('factors[0].kind');
  });
});

describe('joining', () => {
  it('shows the board before joining, by code as it is typed or by invite', async () => {
    const board = await server.board({ title: 'T', units: ['SI'] });
    const typed = `${board.code.slice(0, 3).toLowerCase()} ${board.code.slice(3)}`;
    const byCode = await server.post('/api/join/preview', { code: typed });
    expect(byCode.body).toMatchObject({
      id: board.id,
      title: 'T',
      role: 'participant',
      units: [{ name: 'SI' }],
    });
    const byInvite = await server.post('/api/join/preview', { invite: board.invites.observer });
    expect(byInvite.body.role).toBe('observer');
  });

  it('gives each invite its role, and the code always participant', async () => {
    const board = await server.board();
    for (const role of ['facilitator', 'participant', 'observer', 'display']) {
      const joined = await server.post('/api/join', { invite: board.invites[role], name: role });
      expect([joined.status, joined.body.role]).toEqual([200, role]);
    }
    expect((await server.post('/api/join', { code: board.code })).body.role).toBe('participant');
  });

  it('tells the code to all people but observers, whom it would make participants', async () => {
    const board = await server.board();
    for (const role of ['facilitator', 'participant', 'observer', 'display']) {
      const { body } = await server.post('/api/join', { invite: board.invites[role] });
      const info = await server.get(`/api/boards/${board.id}`, body.token);
      expect(info.body.code).toBe(role === 'observer' ? null : board.code);
    }
  });

  it('takes a unit by id or by a new name, once, however it is spelled', async () => {
    const board = await server.board({ title: 'T', units: ['School Improvement'] });
    const units = async () => (await server.post('/api/join/preview', { code: board.code })).body.units;
    const [known] = await units();
    await server.post('/api/join', { code: board.code, unit: known.id });
    await server.post('/api/join', { code: board.code, unit: 'school  improvement' });
    expect(await units()).toHaveLength(1);
    await server.post('/api/join', { code: board.code, unit: 'Federal Programs' });
    expect((await units()).map((unit: { name: string }) => unit.name)).toEqual([
      'School Improvement',
      'Federal Programs',
    ]);
  });

  it('keeps a person who comes back the same person, and raises the role only', async () => {
    const board = await server.board();
    const first = (await server.post('/api/join', { code: board.code, name: 'Dana' })).body;
    const again = (await server.post('/api/join', { invite: board.invites.observer }, first.token)).body;
    expect(again).toEqual(first);
    const raised = (await server.post('/api/join', { invite: board.invites.facilitator }, first.token)).body;
    expect(raised).toEqual({ ...first, role: 'facilitator' });
  });

  it('lets a second device in as the person whose first device shows a pairing code, once', async () => {
    const board = await server.board();
    const dana = (await server.post('/api/join', { code: board.code, name: 'Dana' })).body;
    const { body } = await server.post(`/api/boards/${board.id}/pair`, {}, dana.token);
    expect(body.pair).toMatch(/^\d{6}$/);
    const second = await server.post('/api/join', { code: board.code, pair: body.pair });
    expect(second.body).toMatchObject({ participantId: dana.participantId, role: 'participant' });
    expect(second.body.token).not.toBe(dana.token);
    expect(errorOf(await server.post('/api/join', { code: board.code, pair: body.pair }))).toEqual([
      404,
      'unknown-pair',
    ]);
  });

  it.each([
    ['an unknown code', { code: 'ZZZZZZ' }, [404, 'unknown-code']],
    ['a code that cannot be one', { code: 'O0O0O0' }, [404, 'unknown-code']],
    ['an unknown invite', { invite: 'nope' }, [404, 'unknown-invite']],
    ['neither', {}, [400, 'bad-request']],
    ['both', { code: 'ZZZZZZ', invite: 'x' }, [400, 'bad-request']],
  ])('refuses %s', async (_name, body, expected) => {
    expect(errorOf(await server.post('/api/join', body))).toEqual(expected);
  });
});

describe('guessing', () => {
  it('runs dry, while forty people behind the same address still get in', async () => {
    const own = await startTestServer();
    const board = await own.board();
    expect((await own.post('/api/join', { code: board.code })).status).toBe(200);
    const statuses = [];
    for (let guess = 0; guess < 40; guess += 1)
      statuses.push((await own.post('/api/join/preview', { code: 'ZZZZZZ' })).status);
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    const others = await own.board();
    expect((await own.post('/api/join', { code: others.code })).status).toBe(429);
    const forty = await Promise.all(
      Array.from({ length: 40 }, () => own.post('/api/join', { code: board.code })),
    );
    expect(forty.map((one) => one.status)).toEqual(Array.from({ length: 40 }, () => 200));
    expect((await own.post('/api/join', { invite: others.invites.participant })).status).toBe(200);
    await own.server.stop();
  });
});

describe('a board for those inside', () => {
  it.each([
    ['no token', undefined, [401, 'no-token']],
    ['a foreign token', 'nonsense', [401, 'no-token']],
  ])('refuses %s', async (_name, token, expected) => {
    const board = await server.board();
    expect(errorOf(await server.get(`/api/boards/${board.id}`, token))).toEqual(expected);
    expect(errorOf(await server.get(`/api/boards/${board.id}/export/board.json`, token))).toEqual(expected);
  });

  it('refuses the token of another board and an unknown board', async () => {
    const [one, two] = [await server.board(), await server.board()];
    expect(errorOf(await server.get(`/api/boards/${one.id}`, two.token))).toEqual([401, 'no-token']);
    expect(errorOf(await server.get('/api/boards/none', one.token))).toEqual([404, 'no-such-board']);
  });

  it('exports to all roles but the display, and names what it has', async () => {
    const board = await server.board();
    const as = async (role: string) =>
      (await server.post('/api/join', { invite: board.invites[role] })).body.token;
    const path = `/api/boards/${board.id}/export/board.json`;
    const statuses = [];
    for (const role of ['facilitator', 'participant', 'observer', 'display']) {
      statuses.push((await server.get(path, await as(role))).status);
    }
    expect(statuses).toEqual([200, 200, 200, 403]);
    const unknown = await server.get(`/api/boards/${board.id}/export/board.doc`, board.token);
    expect(errorOf(unknown)).toEqual([404, 'no-such-export']);
    expect(unknown.body.error.hint).toContain('map.json, board.json');
    expect(errorOf(await server.get(`/api/boards/${board.id}/export/map.svg?scale=9`, board.token))).toEqual([
      400,
      'bad-request',
    ]);
  });

  it('shows links and people to facilitators only', async () => {
    const board = await server.board();
    const dana = (await server.post('/api/join', { code: board.code, name: 'Dana' })).body;
    for (const path of ['invites', 'people']) {
      expect(errorOf(await server.get(`/api/boards/${board.id}/${path}`, dana.token))).toEqual([
        403,
        'not-allowed',
      ]);
    }
    const links = await server.get(`/api/boards/${board.id}/invites`, board.token);
    expect(links.body).toEqual({ code: board.code, invites: board.invites });
    const people = await server.get(`/api/boards/${board.id}/people`, board.token);
    // Two who joined in the same millisecond come in the order of their random ids.
    expect(people.body.people.map((one: { name: string }) => one.name).toSorted()).toEqual(['', 'Dana']);
  });

  it('[SHARE26] shows nobody under the name of a facilitator', async () => {
    const board = await server.board();
    await server.post('/api/join', { invite: board.invites.facilitator, name: 'Fran' });
    for (const name of ['Fran', 'Fran', 'Ann']) await server.post('/api/join', { code: board.code, name });
    const people = await server.get(`/api/boards/${board.id}/people`, board.token);
    const names: string[] = people.body.people.map((one: { name: string }) => one.name);
    expect(names.filter((name) => name === 'Fran')).toHaveLength(1);
    expect(names).toContain('Ann');
  });
});

describe('commands', () => {
  it('are for facilitators, and known', async () => {
    const board = await server.board();
    const dana = (await server.post('/api/join', { code: board.code })).body;
    const path = `/api/boards/${board.id}/commands`;
    expect(errorOf(await server.post(path, { type: 'rotate-code' }, dana.token))).toEqual([
      403,
      'not-allowed',
    ]);
    expect(errorOf(await server.post(path, { type: 'explode' }, board.token))).toEqual([
      400,
      'unknown-command',
    ]);
    expect(errorOf(await server.post(path, { type: 'constructor' }, board.token))).toEqual([
      400,
      'unknown-command',
    ]);
  });

  it('replace a code and an invite at once', async () => {
    const board = await server.board();
    const path = `/api/boards/${board.id}/commands`;
    const { code } = (await server.post(path, { type: 'rotate-code' }, board.token)).body;
    expect((await server.post('/api/join/preview', { code: board.code })).status).toBe(404);
    expect((await server.post('/api/join/preview', { code })).status).toBe(200);
    const { invite } = (await server.post(path, { type: 'rotate-invite', role: 'observer' }, board.token))
      .body;
    expect((await server.post('/api/join', { invite: board.invites.observer })).status).toBe(404);
    expect((await server.post('/api/join', { invite })).body.role).toBe('observer');
  });

  it('remove a person, whose token stops working', async () => {
    const board = await server.board();
    const dana = (await server.post('/api/join', { code: board.code })).body;
    const body = { type: 'remove-person', participantId: dana.participantId };
    expect((await server.post(`/api/boards/${board.id}/commands`, body, board.token)).status).toBe(200);
    expect(errorOf(await server.get(`/api/boards/${board.id}`, dana.token))).toEqual([403, 'removed']);
    expect(errorOf(await server.post('/api/join', { code: board.code }, dana.token))).toEqual([
      403,
      'removed',
    ]);
  });

  it('rename the board', async () => {
    const board = await server.board();
    await server.post(
      `/api/boards/${board.id}/commands`,
      { type: 'rename-board', title: 'Better' },
      board.token,
    );
    expect((await server.get(`/api/boards/${board.id}`, board.token)).body.title).toBe('Better');
  });
});

describe('for operators', () => {
  it('answers health, configuration and metrics', async () => {
    expect((await server.get('/health/live')).status).toBe(200);
    expect((await server.get('/health/ready')).status).toBe(200);
    expect((await server.get('/api/config')).body.publicUrls).toEqual([`http://192.0.2.7:${server.port}`]);
    expect((await server.get('/metrics')).body).toMatch(/^coherence_commit_ms_count \d+$/m);
  });

  it('forbids foreign content and never forces https', async () => {
    const { headers } = await server.get('/health/live');
    expect(headers.get('content-security-policy')).toContain(
      `connect-src 'self' ws://127.0.0.1:${server.port}`,
    );
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers unknown addresses and methods in the one error shape', async () => {
    expect(errorOf(await server.get('/api/nothing'))).toEqual([404, 'not-found']);
    expect(errorOf(await server.post('/health/live', {}))).toEqual([405, 'method-not-allowed']);
    expect(Object.values(ERRORS).every((one) => one.status >= 400)).toBe(true);
  });

  it('logs no tokens, invites or codes', async () => {
    const board = await server.board();
    await server.get(`/api/boards/${board.id}?token=${board.token}`, board.token);
    await server.post('/api/join', { invite: board.invites.participant, name: 'Dana' });
    const log = server.logLines.join('\n');
    expect(log).toContain(board.id);
    for (const secret of [board.token, board.code, board.invites.participant, 'Dana'])
      expect(log).not.toContain(secret);
  });
});
