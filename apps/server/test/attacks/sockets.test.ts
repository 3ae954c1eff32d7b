import { request } from 'node:http';
import {
  CLOSE_REASONS,
  decodeFrame,
  encodeHello,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
  openBoardClient,
} from '@coherence/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { startTestServer } from '../../src/testing/test-server.ts';
import { CONTINUATION, openRaw, PONG, rawFrame } from './raw-socket.ts';

type TestServer = Awaited<ReturnType<typeof startTestServer>>;
const MIB = 1024 * 1024;
let server: TestServer;
const ends: (() => void)[] = [];
beforeEach(async () => void (server = await startTestServer({ trustProxy: true })));
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await server.server.stop();
});

interface Person {
  readonly token: string;
  readonly participantId: string;
}

async function boardWith(role: 'participant' | 'observer' | 'display' | 'facilitator') {
  const board = await server.board();
  const person: Person = (await server.post('/api/join', { invite: board.invites[role] })).body;
  return { board, person };
}

/** A tab that says hello and asks for the board; remembers what it was told. */
function tab(board: string, token: string, { path = '', address = '192.0.2.1' } = {}) {
  const socket = new WebSocket(`${server.socketBase}/${board}${path}`, ['coherence.v1', `token.${token}`], {
    headers: { 'x-forwarded-for': address },
  });
  ends.push(() => socket.terminate());
  const frames: Uint8Array[] = [];
  socket.on('message', (data: Buffer) => frames.push(new Uint8Array(data)));
  socket.on('error', () => {});
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.once('open', () => {
    socket.send(encodeHello({ protocol: 1, generation: 0, limits: null }));
    socket.send(encodeSyncStep1(new Uint8Array([0])));
  });
  const synced = vi.waitFor(() => expect(messages().some(({ type }) => type === 'sync-step-2')).toBe(true), {
    timeout: 5_000,
    interval: 5,
  });
  synced.catch(() => {});
  const messages = () =>
    frames.flatMap((frame) => {
      const decoded = decodeFrame(frame);
      return decoded.ok ? [decoded.value] : [];
    });
  return { socket, messages, closed, synced };
}

const raw = async (board: string, token: string) => {
  const made = await openRaw(server.port, `/sync/${board}`, token);
  ends.push(() => made.stream.destroy());
  return made;
};

function update(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('factors').set('f1', new Y.Map([['kind', words]]));
  return Y.encodeStateAsUpdate(doc);
}

const refusedAs = (n: number): unknown => expect.objectContaining({ type: 'nack', n, code: 'role' });

async function unfinishedBytes(): Promise<number> {
  const { body } = await server.get('/metrics');
  return Number(/^coherence_unfinished_bytes (\d+)$/m.exec(String(body))?.[1]);
}

describe('connections', () => {
  it('[SHARE1] D1: one token has ten tabs, however many it opens; the last stays', async () => {
    const { board, person } = await boardWith('observer');
    const tabs = [];
    for (let count = 0; count < 25; count += 1) {
      const one = tab(board.id, person.token);
      await one.synced;
      tabs.push(one);
    }
    const codes = await Promise.all(tabs.slice(0, 15).map(({ closed }) => closed));
    expect(new Set(codes)).toEqual(new Set([CLOSE_REASONS['too-many-tabs'].code]));
    expect(tabs.slice(15).every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
    await tab(board.id, board.token).synced;
  });

  it('[SHARE1] [CLOSE4] two of our tabs do not take the place from each other', async () => {
    const { board, person } = await boardWith('participant');
    const client = openBoardClient({
      url: server.base,
      boardId: board.id,
      doc: new Y.Doc(),
      token: person.token,
      socket: WebSocket as never,
    });
    ends.push(() => client.destroy());
    await vi.waitFor(() => expect(client.synced.getSnapshot()).toBe(true));
    const others = Array.from({ length: 10 }, () => tab(board.id, person.token));
    await vi.waitFor(() => expect(client.connection.getSnapshot()).toBe('ended'));
    expect(client.saved.getSnapshot()).toMatchObject({
      kind: 'refused',
      refusal: { by: 'connection', reason: 'too-many-tabs' },
    });
    await Promise.all(others.map(({ synced }) => synced));
    expect(others.every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
  });

  it('[SHARE2] [JOIN3] facilitators get in at a full address and on a full server', async () => {
    await server.server.stop();
    server = await startTestServer({ trustProxy: true, places: { address: 6, server: 9 } });
    const { board } = await boardWith('participant');
    const people = [];
    for (let count = 0; count < 9; count += 1) {
      people.push((await server.post('/api/join', { code: board.code })).body.token);
    }
    const crowd = people.map((token, index) => tab(board.id, token, { address: index < 6 ? 'nat' : 'home' }));
    await Promise.all(crowd.map(({ synced }) => synced));
    const refused = tab(board.id, (await server.post('/api/join', { code: board.code })).body.token, {
      address: 'nat',
    });
    expect(await refused.closed).toBe(CLOSE_REASONS.overloaded.code);
    for (const address of ['nat', 'home', 'phone']) {
      await Promise.all([
        tab(board.id, board.token, { address }).synced,
        tab(board.id, board.token, { address, path: '/mine' }).synced,
      ]);
    }
    expect(crowd.every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
  });

  it('[SHARE8] a flood of upgrades by no person is answered 503 past a bound, and ends', async () => {
    await server.server.stop();
    server = await startTestServer({ places: { entering: 3 } });
    const { board } = await boardWith('participant');
    const silent = () => openRaw(server.port, `/sync/${board.id}`, 'nobody', {}, { reads: false });
    const flood = await Promise.all([silent(), silent(), silent()]);
    for (const { stream } of flood) ends.push(() => stream.destroy());
    await expect(silent()).rejects.toThrow('answered 503');
    for (const { stream } of flood) stream.destroy();
    await vi.waitFor(() => tab(board.id, board.token).synced);
  });

  it('[SHARE8] D4: streamed sessions are places like others', async () => {
    const { board, person } = await boardWith('participant');
    const open = async () => {
      const abort = new AbortController();
      ends.push(() => abort.abort());
      const answer = await fetch(`${server.base}/sync/${board.id}/stream`, {
        method: 'POST',
        headers: { authorization: `Bearer ${person.token}` },
        signal: abort.signal,
      });
      let ended = false;
      const read = async () => {
        for await (const chunk of answer.body ?? []) void chunk;
        ended = true;
      };
      void read().catch(() => {});
      return () => ended;
    };
    const sessions: (() => boolean)[] = [];
    for (let count = 0; count < 15; count += 1) sessions.push(await open());
    await vi.waitFor(() => expect(sessions.filter((ended) => ended())).toHaveLength(5));
  });
});

describe('messages', () => {
  it('[WIRE9] D2: a display cannot begin a message of megabytes', async () => {
    const { board, person } = await boardWith('display');
    const sockets = await Promise.all([1, 2, 3].map(() => raw(board.id, person.token)));
    for (const { stream } of sockets) {
      stream.write(rawFrame(new Uint8Array(12).fill(1), { announces: 9 * MIB }));
    }
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([4413, 4413, 4413]);
  });

  it('[WIRE9] D2b: nor in fragments with pongs between', async () => {
    const { board, person } = await boardWith('display');
    const { closed, stream } = await raw(board.id, person.token);
    stream.write(rawFrame(Uint8Array.of(1, 1, 5), { isLast: false }));
    const piece = Buffer.concat([
      rawFrame(new Uint8Array(32 * 1024), { opcode: CONTINUATION, isLast: false }),
      rawFrame(new Uint8Array(4), { opcode: PONG }),
    ]);
    for (let count = 0; count < 20; count += 1) stream.write(piece);
    expect(await closed).toBe(4413);
  });

  it('[SHARE3] the bytes of a post that does not end are counted until it is given up', async () => {
    const { board, person } = await boardWith('participant');
    const headers = { authorization: `Bearer ${person.token}` };
    const stream = await fetch(`${server.base}/sync/${board.id}/stream`, { method: 'POST', headers });
    const reader = stream.body?.getReader();
    ends.push(() => void reader?.cancel().catch(() => {}));
    const first = Buffer.from((await reader?.read())?.value ?? new Uint8Array()).toString('latin1');
    const post = request(`${server.base}/sync/${board.id}/send/${/[\w-]{22}/.exec(first)?.[0] ?? ''}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': 1_000_000 },
    });
    post.on('error', () => {});
    post.write(Buffer.alloc(900_000, 1));
    const unfinished = async () =>
      Number(/^coherence_unfinished_bytes (\d+)/m.exec((await server.get('/metrics')).body)?.[1] ?? -1);
    await vi.waitFor(async () => expect(await unfinished()).toBeGreaterThan(900_000));
    post.destroy();
    await vi.waitFor(async () => expect(await unfinished()).toBe(0));
  });

  it('[WIRE10] C4: 8 MiB of items from a display are thrown away as they come, and answered', async () => {
    const { board, person } = await boardWith('display');
    const one = tab(board.id, person.token);
    await one.synced;
    one.socket.send(encodeUpdateFrame(update('small')));
    await vi.waitFor(() => expect(one.messages()).toContainEqual(refusedAs(1)));
    const { isOpen, stream, received } = await raw(board.id, person.token);
    const frame = rawFrame(encodeSyncStep2(new Uint8Array(8 * MIB - 64).fill(1)));
    const [most, rest] = [frame.subarray(0, 7 * MIB), frame.subarray(7 * MIB)];
    await new Promise((resolve) => stream.write(most, resolve));
    for (let looks = 0; looks < 20; looks += 1) expect(await unfinishedBytes()).toBe(0);
    const before = received();
    stream.write(rest);
    stream.write(rawFrame(encodeSyncStep1(new Uint8Array([0]))));
    await vi.waitFor(() => expect(received()).toBeGreaterThan(before), { timeout: 30_000 });
    expect([isOpen(), one.socket.readyState]).toEqual([true, WebSocket.OPEN]);
  });

  it('[SHARE3] what a participant has begun is counted until it is whole', async () => {
    const { board, person } = await boardWith('participant');
    const { stream } = await raw(board.id, person.token);
    stream.write(rawFrame(encodeSyncStep2(new Uint8Array(MIB).fill(1)), { announces: 5 * MIB }));
    await vi.waitFor(async () => expect(await unfinishedBytes()).toBeGreaterThan(MIB));
    stream.destroy();
    await vi.waitFor(async () => expect(await unfinishedBytes()).toBe(0));
  });

  it('[SHARE3] D2: past what one person may have begun one of their tabs is let go, and no other person is', async () => {
    const { board, person } = await boardWith('participant');
    const neighbour = await raw(board.id, board.token);
    const begun = rawFrame(encodeSyncStep2(new Uint8Array(7.5 * MIB).fill(1)), { announces: 8 * MIB });
    neighbour.stream.write(begun);
    await vi.waitFor(async () => expect(await unfinishedBytes()).toBeGreaterThan(7 * MIB));
    const tabs = await Promise.all([1, 2, 3].map(() => raw(board.id, person.token)));
    for (const { stream } of tabs) stream.write(begun);
    expect(await Promise.race(tabs.map(({ closed }) => closed))).toBe(CLOSE_REASONS.overloaded.code);
    await vi.waitFor(() => expect(tabs.filter(({ isOpen }) => isOpen())).toHaveLength(2));
    expect(neighbour.isOpen()).toBe(true);
  });

  it('[WIRE10] [ROLE1] what may be sent changes with the role, on an open connection', async () => {
    const { board, person } = await boardWith('participant');
    const one = tab(board.id, person.token);
    await one.synced;
    one.socket.send(encodeUpdateFrame(update('first')));
    await vi.waitFor(() =>
      expect(one.messages()).toContainEqual(expect.objectContaining({ type: 'ack', n: 1 })),
    );
    const setRole = (role: string) =>
      server.post(
        `/api/boards/${board.id}/commands`,
        { type: 'set-role', participantId: person.participantId, role },
        board.token,
      );
    await setRole('observer');
    one.socket.send(encodeUpdateFrame(update('second')));
    await vi.waitFor(() =>
      expect(one.messages()).toContainEqual(expect.objectContaining({ type: 'nack', n: 2 })),
    );
    const { stream, closed } = await raw(board.id, person.token);
    stream.write(
      rawFrame(Uint8Array.of(0, 2, 0x80, 0x80, 0x80, 2, 0), { announces: 5 * MIB, isLast: false }),
    );
    await setRole('participant');
    one.socket.send(encodeUpdateFrame(update('third')));
    await vi.waitFor(() =>
      expect(one.messages()).toContainEqual(expect.objectContaining({ type: 'ack', n: 3 })),
    );
    stream.destroy();
    await closed;
  });

  // A participant may have half of what a board holds (FULL4).
  it.each([
    ['facilitator', 6, 5 * MIB],
    ['participant', 3, 2.5 * MIB],
  ] as const)('a %s who wrote megabytes offline brings them', async (role, tabs, bytes) => {
    const { board, person } = await boardWith(role);
    const doc = new Y.Doc();
    const client = openBoardClient({
      url: server.base,
      boardId: board.id,
      doc,
      token: person.token,
      socket: WebSocket as never,
    });
    ends.push(() => client.destroy());
    await vi.waitFor(() => expect(client.synced.getSnapshot()).toBe(true));
    client.destroy();
    // What six tabs of one browser wrote while they were offline, in one copy.
    for (let nr = 0; nr < tabs; nr += 1) {
      const offline = new Y.Doc();
      offline.transact(() => {
        for (let count = 0; count < 450; count += 1) {
          const factor = new Y.Map<unknown>([['kind', 'factor']]);
          offline.getMap('factors').set(`f${nr}-${count}`, factor);
          factor.set('text', new Y.Text('words '.repeat(330)));
        }
      });
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(offline));
    }
    expect(Y.encodeStateAsUpdate(doc).length).toBeGreaterThan(bytes);
    const back = openBoardClient({
      url: server.base,
      boardId: board.id,
      doc,
      token: person.token,
      socket: WebSocket as never,
    });
    ends.push(() => back.destroy());
    await vi.waitFor(() => expect(back.saved.getSnapshot()).toEqual({ kind: 'saved' }), { timeout: 15_000 });
  });
});
