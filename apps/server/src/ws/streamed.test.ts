import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  BATCH_LIMITS,
  CLOSE_REASONS,
  decodeFrame,
  openBoardClient,
  streamedSocket,
} from '@coherence/protocol';
import type { CloseReason, StreamRecord } from '@coherence/protocol';
import { encodeHello, encodeUpdateFrame } from '@coherence/protocol';
import { encodeBatch } from '@coherence/protocol/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { startTestServer } from '../testing/test-server.ts';
import type { ConnectionSocket } from './connection.ts';
import { Streamed } from './streamed.ts';
import type { StreamedParts } from './streamed.ts';
import { OCTETS, openStream as openStreamAt } from './testing/open-stream.ts';

type TestServer = Awaited<ReturnType<typeof startTestServer>>;
let server: TestServer;
const ends: (() => unknown)[] = [];
beforeEach(async () => void (server = await startTestServer()));
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await server.server.stop();
});

const openStream = (path: string, token: string | null, headers = {}, base = server.base) =>
  openStreamAt(base, path, token, ends, headers);

const closedAs = (reason: CloseReason): StreamRecord => ({
  type: 'closed',
  code: CLOSE_REASONS[reason].code,
  reason,
});
const messagesIn = (records: readonly StreamRecord[]) =>
  records.flatMap((record) => {
    const decoded = record.type === 'frame' ? decodeFrame(record.frame) : null;
    return decoded?.ok === true ? [decoded.value] : [];
  });
const hello = encodeHello({ protocol: 1, generation: 0, limits: null });
function updateFrame(key: string) {
  const doc = new Y.Doc();
  doc.getMap('factors').set(key, new Y.Map([['kind', 'factor']]));
  return encodeUpdateFrame(Y.encodeStateAsUpdate(doc));
}

/** The routes alone, over rooms that let everybody in and read when the test lets them. */
async function startBare(parts: Partial<StreamedParts> = {}) {
  const streamed = new Streamed({
    sockets: { welcome: async () => {}, hasRoomAt: () => true },
    hostOf: () => undefined,
    addressOf: () => 'a',
    countStatus: () => {},
    ...parts,
  });
  const http = createServer((request, response) => void streamed.handle(request, response));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  ends.push(() => (http.close(), http.closeAllConnections()));
  return { streamed, base: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

describe('[STREAM3] opening is answered 200 and refused by a close record', () => {
  it.each([
    ['a token of nobody', 'no-token', async () => openStream(`/sync/${(await server.board()).id}`, 'nobody')],
    ['no token', 'no-token', async () => openStream(`/sync/${(await server.board()).id}`, null)],
    ['no such board', 'no-such-board', async () => openStream('/sync/nowhere', 'nobody')],
    [
      'a page of another site',
      'not-allowed',
      async () => {
        const board = await server.board();
        return openStream(`/sync/${board.id}`, board.token, { origin: 'https://elsewhere.example' });
      },
    ],
  ] as const)('%s', async (_what, reason, open) => {
    const { response, records, ended } = await open();
    await ended;
    expect(response.status).toBe(200);
    expect(records.map(({ type }) => type)).toEqual(['opened', 'closed']);
    expect(records.at(-1)).toEqual(closedAs(reason));
  });

  it('past the cap, for later', async () => {
    const sockets = { welcome: async () => {}, hasRoomAt: () => streamed.size === 0 };
    const { streamed, base } = await startBare({ sockets });
    const first = await openStream('/sync/b1', 't', {}, base);
    expect((await openStream('/sync/b1', 't', {}, base)).records).toEqual([closedAs('overloaded')]);
    first.abort.abort();
    await vi.waitFor(() => expect(streamed.size).toBe(0));
    expect((await openStream('/sync/b1', 't', {}, base)).session).not.toBe('');
  });

  it('nothing on the way may keep or pack the answer', async () => {
    const board = await server.board();
    const { response } = await openStream(`/sync/${board.id}`, board.token);
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('content-type')).toBe(OCTETS);
    expect(response.headers.get('content-encoding')).toBeNull();
  });
});

describe('posting', () => {
  async function opened() {
    const board = await server.board();
    const stream = await openStream(`/sync/${board.id}`, board.token);
    return { board, ...stream };
  }

  it('[STREAM4] takes a repeated batch once and says how far it has come', async () => {
    const { records, send } = await opened();
    const batch = encodeBatch({ closing: false, first: 1, frames: [hello, updateFrame('f1')] });
    for (let times = 0; times < 3; times += 1) {
      const answer = await send(batch);
      expect([answer.status, [...new Uint8Array(await answer.arrayBuffer())]]).toEqual([200, [2]]);
    }
    await send(encodeBatch({ closing: false, first: 2, frames: [updateFrame('never'), updateFrame('f2')] }));
    await vi.waitFor(() =>
      expect(messagesIn(records).findLast(({ type }) => type === 'ack')).toMatchObject({ n: 2 }),
    );
    expect(messagesIn(records).filter(({ type }) => type === 'role')).toHaveLength(1);
  });

  it('[STREAM2] refuses posts without the token that opened the session', async () => {
    const { board, send } = await opened();
    const dana = (await server.post('/api/join', { code: board.code })).body;
    const batch = encodeBatch({ closing: false, first: 1, frames: [hello] });
    expect((await send(batch, dana.token)).status).toBe(404);
    expect((await send(batch, '')).status).toBe(404);
    expect((await send(batch, board.token, 'text/plain')).status).toBe(415);
    expect((await send(batch)).status).toBe(200);
  });

  it('[STREAM2] a session belongs to one document', async () => {
    const { board, session } = await opened();
    const answer = await fetch(`${server.base}/sync/${board.id}/mine/send/${session}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${board.token}`, 'content-type': OCTETS },
      body: encodeBatch({ closing: false, first: 1, frames: [hello] }),
    });
    expect(answer.status).toBe(404);
  });

  it('[STREAM9] while its room does not read, a post waits unread, is answered in time, and only one may wait beside it', async () => {
    const received: unknown[] = [];
    let socket: ConnectionSocket | null = null;
    const welcome: StreamedParts['sockets']['welcome'] = async (_caller, { socket: opened }) => {
      socket = opened;
      opened.on('message', (data) => received.push(data));
      opened.pause();
    };
    const { base } = await startBare({ sockets: { welcome, hasRoomAt: () => true }, holdMs: 300 });
    const { send } = await openStream('/sync/b1', 't', {}, base);
    const batch = encodeBatch({ closing: false, first: 1, frames: [hello] });
    const answers = await Promise.all([send(batch), send(batch), send(batch)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    const taken = answers.find(({ status }) => status === 200);
    expect(new Uint8Array((await taken?.arrayBuffer()) ?? [])).toEqual(Uint8Array.of(0));
    expect(received).toEqual([]);
    const waiting = send(batch);
    (socket as ConnectionSocket | null)?.resume();
    expect(new Uint8Array(await (await waiting).arrayBuffer())).toEqual(Uint8Array.of(1));
    expect(received).toHaveLength(1);
  });

  it.each([
    ['a gap', 409, 'malformed', encodeBatch({ closing: false, first: 3, frames: [hello] })],
    ['no batch', 400, 'malformed', Uint8Array.of(9, 9, 9)],
    [
      'a frame that cannot be read',
      200,
      'malformed',
      encodeBatch({ closing: false, first: 1, frames: [Uint8Array.of(99)] }),
    ],
    ['too much', 413, 'too-large', new Uint8Array(BATCH_LIMITS.maxBytes + 1)],
  ] as const)('[STREAM6] %s ends the session and says why', async (_what, status, reason, body) => {
    const { ended, records, send } = await opened();
    const answer = await send(body).catch(() => null);
    if (answer !== null) expect(answer.status).toBe(status);
    await ended;
    expect(records.at(-1)).toEqual(closedAs(reason));
    expect((await send(encodeBatch({ closing: false, first: 1, frames: [] }))).status).toBe(404);
  });

  it('[STREAM8] closes with 1000 after the last frames of a client that hangs up', async () => {
    const { board, ended, records, send } = await opened();
    await send(encodeBatch({ closing: true, first: 1, frames: [hello, updateFrame('last')] }));
    await ended;
    expect(records.at(-1)).toEqual({ type: 'closed', code: 1000, reason: '' });
    await vi.waitFor(() =>
      expect(server.memory.stored({ board: board.id, generation: 1, owner: '' })?.seq).toBeGreaterThan(1),
    );
  });
});

describe('our client through the stand-in', () => {
  it('writes, is acknowledged, is told of others and of the end of the server', async () => {
    const board = await server.board({ title: 'Shared' });
    const [streamed, direct] = ([{ socket: streamedSocket }, {}] as const).map((over) => {
      const options = { url: server.base, boardId: board.id, token: board.token, doc: new Y.Doc(), ...over };
      const client = openBoardClient(options);
      ends.push(() => client.destroy());
      return client;
    });
    if (streamed === undefined || direct === undefined) throw new Error('two clients were opened');
    await vi.waitFor(() => expect(streamed.saved.getSnapshot().kind).toBe('saved'));
    expect(streamed.doc.getMap('meta').get('title')).toBe('Shared');
    streamed.doc.getMap('factors').set('f1', new Y.Map([['kind', 'factor']]));
    await vi.waitFor(() => expect(streamed.saved.getSnapshot().kind).toBe('saved'));
    await vi.waitFor(() => expect(direct.doc.getMap('factors').has('f1')).toBe(true));
    streamed.awareness.setLocalState({ here: true });
    await vi.waitFor(() => expect(direct.awareness.getStates().has(streamed.doc.clientID)).toBe(true));
    streamed.destroy();
    await vi.waitFor(() => expect(direct.awareness.getStates().has(streamed.doc.clientID)).toBe(false));
  });

  it('stopping the server closes its sessions for later', async () => {
    const board = await server.board();
    const { ended, records, send } = await openStream(`/sync/${board.id}`, board.token);
    await send(encodeBatch({ closing: false, first: 1, frames: [hello] }));
    await server.server.stop();
    await ended;
    expect(records.at(-1)).toEqual(closedAs('restart'));
    server = await startTestServer();
  });
});
