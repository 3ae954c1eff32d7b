import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WireClient } from '../../src/rooms/testing/wire-client.ts';
import { saved, until } from '../../src/testing/meeting.ts';
import { startTestServer } from '../../src/testing/test-server.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A server whose clients say themselves where they come from. */
async function manyAddresses() {
  const server = await startTestServer({ trustProxy: true });
  ends.push(() => server.server.stop());
  const from = (address: string) => ({ 'x-forwarded-for': address });
  return {
    ...server,
    postFrom: (address: string, path: string, body: unknown, token?: string) =>
      server.post(path, body, token, from(address)),
    /** A person who is on a board and stays there. */
    async opens(board: string, token: string) {
      const client = new WireClient(`${server.socketBase}/${board}`, token);
      ends.push(() => client.close());
      await saved(client);
    },
  };
}

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const wrongCode = (index: number) => `ZZZ${LETTERS[index % 31]}${LETTERS[Math.floor(index / 31) % 31]}9`;

describe('codes', () => {
  it.each([45, 300])(
    '[SHARE42] %i people behind one address join by a code new there, while a neighbour guesses on',
    async (people) => {
      const { board, opens, postFrom } = await manyAddresses();
      const made = await board();
      await opens(made.id, made.token);
      for (let guess = 0; guess < 60; guess += 1)
        await postFrom('192.0.2.1', '/api/join/preview', { code: wrongCode(guess) });
      const guesses = Array.from({ length: 60 }, (_, index) =>
        postFrom('192.0.2.1', '/api/join/preview', { code: wrongCode(100 + index) }),
      );
      const first = await postFrom('192.0.2.1', '/api/join', { code: made.code, name: 'First' });
      expect(first.status).toBe(200);
      const joined = await Promise.all(
        Array.from({ length: people - 1 }, (_, index) =>
          postFrom('192.0.2.1', '/api/join', { code: made.code, name: `Person ${index}` }),
        ),
      );
      expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([200]));
      expect((await Promise.all(guesses)).every(({ status }) => status === 429)).toBe(true);
    },
  );

  it('[SHARE42] guesses from very many addresses stop no first join elsewhere, and one /64 is one address', async () => {
    const { board, opens, postFrom } = await manyAddresses();
    const made = await board();
    await opens(made.id, made.token);
    let taken = 0;
    for (let guess = 0; guess < 200; guess += 1) {
      const { status } = await postFrom(`2001:db8::${guess.toString(16)}`, '/api/join/preview', {
        code: wrongCode(guess),
      });
      if (status === 404) taken += 1;
    }
    // Thirty, and what a slow machine gives back meanwhile.
    expect(taken).toBeLessThan(90);
    for (let guess = 0; guess < 200; guess += 1)
      await postFrom(`198.51.100.${guess % 20}`, '/api/join/preview', { code: wrongCode(guess) });
    expect((await postFrom('203.0.113.5', '/api/join', { code: made.code })).status).toBe(200);
  });

  it('[SHARE43] wrong pairing numbers of a person with the link keep nobody from pairing', async () => {
    const { board, postFrom } = await manyAddresses();
    const made = await board();
    const door = { invite: made.invites.participant };
    const ann = (await postFrom('192.0.2.1', '/api/join', { ...door, name: 'Ann' })).body;
    const { pair } = (await postFrom('192.0.2.1', `/api/boards/${made.id}/pair`, {}, ann.token)).body;
    for (let guess = 0; guess < 40; guess += 1)
      await postFrom('198.51.100.7', '/api/join', { ...door, pair: String(guess).padStart(6, '0') });
    const device = await postFrom('203.0.113.5', '/api/join', { ...door, pair });
    expect(device.body).toMatchObject({ participantId: ann.participantId });
  });
});

describe('people and units', () => {
  const join = async (people: number) => {
    const { board, get, post, postFrom } = await manyAddresses();
    const made = await board({ title: 'T', units: ['One', 'Two', 'Three', 'Four', 'Five'] });
    const come = (address: string, body: object = {}, token?: string) =>
      postFrom(address, '/api/join', { code: made.code, ...body }, token);
    const answers: Awaited<ReturnType<typeof come>>[] = [];
    for (let index = 0; index < people; index += 50)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, (_, at) => come('192.0.2.1', { unit: `Unit ${index + at}` })),
        )),
      );
    const command = (body: object) => post(`/api/boards/${made.id}/commands`, body, made.token);
    const units = async () => (await post('/api/join/preview', { code: made.code })).body.units;
    return { answers, come, command, get, made, units };
  };
  const countOf = (answers: readonly { status: number; body: { error?: { code: string } } }[]) =>
    Object.entries(
      Object.groupBy(answers, ({ status, body }) => `${status} ${body.error?.code ?? ''}`.trim()),
    ).map(([what, list]) => [what, list?.length]);

  it('[SHARE21] [SHARE22] pretend people of one address fill neither the board nor its units', async () => {
    const { answers, come, command, made, units } = await join(400);
    expect(countOf(answers.filter(({ body }) => body.error?.code !== 'units-closed')).sort()).toEqual([
      ['200', 40],
      ['429 too-many-newcomers', 80],
    ]);
    expect(await units()).toHaveLength(45);
    // The neighbour, the facilitators, and after new links everybody.
    expect((await come('198.51.100.1', { unit: 'Mine' })).status).toBe(200);
    expect((await command({ type: 'add-person', name: 'Ann', unit: 'Ours' })).status).toBe(200);
    expect((await come('192.0.2.1', { code: undefined, invite: made.invites.facilitator })).status).toBe(200);
    expect((await come('192.0.2.1')).body.error.code).toBe('too-many-newcomers');
    const { body } = await command({ type: 'rotate-code' });
    expect((await come('192.0.2.1', { code: body.code })).status).toBe(200);
  });

  it('[SHARE22] a crowd of addresses leaves facilitators units to add', async () => {
    const { come, command, units } = await join(50);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => come('198.51.100.1', { unit: `More ${index}` })),
    );
    expect(await units()).toHaveLength(50);
    expect((await command({ type: 'add-person', name: 'Ann', unit: 'Ours' })).status).toBe(200);
  });

  it('[SHARE23] nobody collects all units; a mistake is put right, and a facilitator moves any person', async () => {
    const { come, command, made } = await join(0);
    const { body } = await come('192.0.2.1', { unit: 'One' });
    const moves = [];
    for (const unit of ['Two', 'Three', 'Four', 'One', 'Five'])
      moves.push((await come('192.0.2.1', { unit }, body.token)).status);
    expect(moves).toEqual([200, 200, 400, 200, 400]);
    const moved = await command({ type: 'move-person', participantId: body.participantId, unit: 'Five' });
    expect(moved.status).toBe(200);
    expect(made.id).toBe(body.id);
  });
});

describe('files', () => {
  it('[SHARE27] [SHARE29] twelve people of one board export at once, while another board asks for a hundred', async () => {
    const { board, get, post } = await manyAddresses();
    const [privateDoc, greedy] = [await board(), await board()];
    const people = await Promise.all(
      Array.from({ length: 12 }, () => post('/api/join', { invite: privateDoc.invites.observer })),
    );
    const flood = Array.from({ length: 100 }, (_, index) =>
      get(`/api/boards/${greedy.id}/export/grid.svg?scale=${1 + index / 100}`, greedy.token),
    );
    const files = ['board.json', 'grid.svg', 'map.svg'];
    const asked = people.flatMap(({ body }) =>
      files.map((file) => get(`/api/boards/${privateDoc.id}/export/${file}`, body.token)),
    );
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const refused = (await Promise.all(flood)).filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(90);
    expect(refused[0]?.body.error.code).toBe('too-often');
  });

  it('[SHARE28] a picture that cannot be is refused before it is laid out', async () => {
    const { get, post } = await manyAddresses();
    const factors = Array.from({ length: 4_000 }, (_, index) => ({
      id: `f${index}`,
      text: 'x',
      kind: 'factor',
      pos: [(index % 140) * 260, Math.floor(index / 140) * 160, 220],
    }));
    const influences = Array.from({ length: 1_001 }, (_, index) => ({
      id: `i${index}`,
      from: `f${index}`,
      to: `f${index + 1}`,
      polarity: '+',
    }));
    const text = JSON.stringify({ schema: 'coherence-board/1', title: 'T', factors, influences });
    const { body } = await post('/api/boards/import', text);
    for (const file of ['map.svg', 'map.png?scale=4'])
      expect((await get(`/api/boards/${body.id}/export/${file}`, body.token)).status).toBe(413);
  });
});

describe('slow requests', () => {
  it('[SHARE31] [SHARE32] more of them than there is room for keep nobody out, nor a file on a slow line', async () => {
    const server = await startTestServer({ linesMax: 40 });
    ends.push(() => server.server.stop());
    const open = (localAddress: string, words: string) => {
      const socket = connect({ port: server.port, host: '127.0.0.1', localAddress });
      ends.push(() => void socket.destroy());
      socket.on('error', () => {});
      socket.write(words);
      return socket;
    };
    const head = (bytes: number) =>
      `POST /api/boards/import HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${bytes}\r\n\r\n`;
    const file = Buffer.from(JSON.stringify({ schema: 'coherence-board/1', title: 'T' }).padEnd(3_000_000));
    const upload = open('127.0.0.1', head(file.length));
    upload.write(file.subarray(0, 1_000_000));
    const answer = once(upload, 'data');
    let closed = 0;
    for (let more = 0; more < 200; more += 1) {
      const slow = open('127.0.0.1', more % 2 === 0 ? 'GET / HTTP/1.1\r\nX: ' : `${head(9_000)}{`);
      slow.resume().once('close', () => (closed += 1));
      await once(slow, 'connect');
    }
    const neighbour = open('127.0.0.2', 'GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(String((await once(neighbour, 'data'))[0])).toContain('200 OK');
    await until(() => expect(closed).toBeGreaterThanOrEqual(200 - 1.4 * 40 - 2));
    for (let at = 1_000_000; at < file.length; at += 500_000) upload.write(file.subarray(at, at + 500_000));
    expect(String((await answer)[0])).toContain('201 Created');
  });
});

describe('what is stored', () => {
  it('[SHARE35] while space is scarce nothing new is kept, and boards that exist go on saving', async () => {
    let scarce = false;
    const server = await startTestServer({ isSpaceScarce: () => scarce });
    ends.push(() => server.server.stop());
    const made = await server.board();
    const command = (body: object) => server.post(`/api/boards/${made.id}/commands`, body, made.token);
    scarce = true;
    const file = JSON.stringify({ schema: 'coherence-board/1', title: 'T' });
    for (const refused of [
      server.post('/api/boards', { title: 'T' }),
      server.post('/api/boards/import', file),
      server.post(`/api/boards/${made.id}/rehearse`, {}, made.token),
      command({ type: 'version-save', name: 'Mine' }),
    ])
      expect((await refused).body.error).toMatchObject({
        code: 'cannot-save',
        message: expect.stringContaining('little space'),
      });
    expect((await command({ type: 'rename-board', title: 'Another' })).status).toBe(200);
    expect((await command({ type: 'phase', id: null })).status).toBe(200);
    expect((await server.post('/api/join', { code: made.code, name: 'Ann' })).status).toBe(200);
    expect((await server.get(`/api/boards/${made.id}/versions`, made.token)).body.versions).toEqual([]);
  });
});

describe('whole boards', () => {
  const factors = Array.from({ length: 900 }, (_, index) => ({
    id: `f${index}`,
    kind: 'factor',
    text: Array.from({ length: 12 }, (__, at) => ((index * 7919 + at * 104729) ** 2 % 1e9).toString(36)).join(
      ' ',
    ),
  }));

  it('[SHARE25] a large version is read and redacted beside the event loop, whole and for good', async () => {
    const { get, post } = await manyAddresses();
    const text = JSON.stringify({ schema: 'coherence-board/1', title: 'T', factors });
    const { body: made } = await post('/api/boards/import', text);
    const command = (body: object) => post(`/api/boards/${made.id}/commands`, body, made.token);
    const { body: saved } = await command({ type: 'version-save', name: 'Whole' });
    const read = () => get(`/api/boards/${made.id}/versions/${saved.id}`, made.token);
    expect((await read()).body.factors).toHaveLength(900);
    expect((await command({ type: 'redact', factorIds: ['f7'] })).status).toBe(200);
    const after = (await read()).body.factors.find(({ id }: { id: string }) => id === 'f7');
    expect(after.text).toBe('[redacted]');
    expect((await read()).body.factors).toHaveLength(900);
  });

  it('[SHARE24] a board is read whole so often and no oftener, by all people together; another board is not kept waiting', async () => {
    const { board, post } = await manyAddresses();
    const [privateDoc, other] = [await board(), await board()];
    const second = (await post('/api/join', { invite: privateDoc.invites.facilitator })).body;
    const close = (on: string, token: string) =>
      post(`/api/boards/${on}/commands`, { type: 'vote-close' }, token);
    // Each of the two stays below what one facilitator may command.
    const answers = [];
    for (let round = 0; round < 9; round += 1)
      for (const { token } of [privateDoc, second])
        answers.push(...(await Promise.all(Array.from({ length: 20 }, () => close(privateDoc.id, token)))));
    const codes = answers.map(({ body }) => body.error.code);
    expect(new Set(codes.slice(0, 280))).toEqual(new Set(['no-round']));
    expect(codes).toContain('too-often');
    const makeRoom = await post(`/api/boards/${privateDoc.id}/commands`, { type: 'make-room' }, second.token);
    expect(makeRoom.body.error.code).toBe('too-often');
    expect((await close(other.id, other.token)).body.error.code).toBe('no-round');
  });
});
