import { encodeHello, encodeUpdateFrame, CLOSE_REASONS } from '@coherence/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { startTestServer } from '../testing/test-server.ts';

type TestServer = Awaited<ReturnType<typeof startTestServer>>;
let server: TestServer;
const ends: (() => void)[] = [];
beforeEach(async () => void (server = await startTestServer()));
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await server.server.stop();
});

function stockClient(board: string, token: string) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server.socketBase, board, doc, {
    params: { token },
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  });
  ends.push(() => provider.destroy());
  const codes: number[] = [];
  provider.on('connection-close', (event) => void (event && codes.push(event.code)));
  return { doc, provider, codes, factors: doc.getMap<unknown>('factors') };
}

/** Opens a socket and waits for its end; answers the close code. */
function closeCode(
  path: string,
  options: { protocols?: string[]; headers?: Record<string, string>; send?: Uint8Array | string } = {},
) {
  return new Promise<{ code: number; opened: boolean; protocol: string }>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, options.protocols ?? [], {
      headers: options.headers ?? {},
    });
    let opened = false;
    socket.on('open', () => {
      opened = true;
      if (options.send !== undefined) socket.send(options.send);
    });
    socket.on('error', reject);
    socket.on('close', (code) => resolve({ code, opened, protocol: socket.protocol }));
  });
}

describe('a stock y-websocket client', () => {
  it('joins with its token, reads and writes the board with others', async () => {
    const board = await server.board({ title: 'Shared' });
    const dana = (await server.post('/api/join', { code: board.code })).body;
    const [one, two] = [stockClient(board.id, board.token), stockClient(board.id, dana.token)];
    await vi.waitFor(() => expect([one.provider.synced, two.provider.synced]).toEqual([true, true]));
    expect(one.doc.getMap('meta').get('title')).toBe('Shared');
    two.factors.set('f1', new Y.Map([['kind', 'factor']]));
    await vi.waitFor(() => expect(one.factors.has('f1')).toBe(true));
    one.provider.awareness.setLocalState({ here: true, role: 'display' });
    await vi.waitFor(() =>
      expect(two.provider.awareness.getStates().get(one.doc.clientID)).toMatchObject({
        here: true,
        role: 'facilitator',
      }),
    );
    one.provider.destroy();
    await vi.waitFor(() => expect(two.provider.awareness.getStates().has(one.doc.clientID)).toBe(false));
  });

  it('is numbered by the server: a new factor gets its number in the same row', async () => {
    const board = await server.board();
    const { doc, provider, factors } = stockClient(board.id, board.token);
    await vi.waitFor(() => expect(provider.synced).toBe(true));
    doc.transact(() => factors.set('f1', new Y.Map([['in', doc.clientID]])));
    await vi.waitFor(() => expect((factors.get('f1') as Y.Map<unknown>).get('no')).toBe(1));
    expect(server.memory.stored({ board: board.id, generation: 1, owner: '' })?.seq).toBe(2);
  });

  it('stops for good when it is removed', async () => {
    const board = await server.board();
    const dana = (await server.post('/api/join', { code: board.code })).body;
    const { provider, codes } = stockClient(board.id, dana.token);
    await vi.waitFor(() => expect(provider.synced).toBe(true));
    const body = { type: 'remove-person', participantId: dana.participantId };
    await server.post(`/api/boards/${board.id}/commands`, body, board.token);
    await vi.waitFor(() => expect(codes).toContain(CLOSE_REASONS['not-allowed'].code));
  });

  it('as an observer changes nothing, byte for byte, and stays', async () => {
    const board = await server.board();
    const observer = (await server.post('/api/join', { invite: board.invites.observer })).body;
    const { provider, factors, codes } = stockClient(board.id, observer.token);
    await vi.waitFor(() => expect(provider.synced).toBe(true));
    const key = { board: board.id, generation: 1, owner: '' };
    const before = server.memory.stored(key);
    const denied = vi.spyOn(console, 'warn').mockImplementation(() => {});
    factors.set('forbidden', 1);
    await vi.waitFor(() => expect(denied).toHaveBeenCalledTimes(1));
    denied.mockRestore();
    expect(server.memory.stored(key)).toEqual(before);
    expect([provider.wsconnected, codes]).toEqual([true, []]);
  });
});

describe('an upgrade is always answered, refusals are close codes', () => {
  it('selects our subprotocol and takes the token beside it', async () => {
    const board = await server.board();
    const socket = new WebSocket(`${server.socketBase}/${board.id}`, [
      'coherence.v1',
      `token.${board.token}`,
    ]);
    ends.push(() => socket.terminate());
    const frames: Uint8Array[] = [];
    socket.on('message', (data: Buffer) => frames.push(data));
    await new Promise((resolve) => socket.once('open', resolve));
    expect(socket.protocol).toBe('coherence.v1');
    socket.send(encodeHello({ protocol: 1, generation: 0, limits: null }));
    await vi.waitFor(() => expect(frames.map((frame) => frame[0])).toEqual([104, 103]));
  });

  it.each([
    ['no token', '', 4401],
    ['a wrong token', '?token=wrong', 4401],
  ])('%s', async (_name, query, code) => {
    const board = await server.board();
    expect(await closeCode(`/sync/${board.id}${query}`)).toMatchObject({ opened: true, code });
  });

  it('no such board, and no such address', async () => {
    expect(await closeCode('/sync/nowhere?token=x')).toMatchObject({ opened: true, code: 4404 });
    expect(await closeCode('/elsewhere')).toMatchObject({ opened: true, code: 4404 });
  });

  it('a page of another site', async () => {
    const board = await server.board();
    const path = `/sync/${board.id}?token=${board.token}`;
    expect(await closeCode(path, { headers: { origin: 'https://evil.example' } })).toMatchObject({
      code: 4403,
    });
    const own = { origin: `http://127.0.0.1:${server.port}` };
    expect(await closeCode(path, { headers: own, send: 'text' })).toMatchObject({ code: 4400 });
  });

  it.each([
    ['a text frame', 'hello', 4400],
    ['an unknown message', Uint8Array.of(77), 4400],
    ['an old generation', encodeHello({ protocol: 1, generation: 7, limits: null }), 4409],
    ['a frame that is too large', encodeUpdateFrame(new Uint8Array(1_200_000)), 4413],
  ])('%s', async (_name, send, code) => {
    const board = await server.board();
    expect(await closeCode(`/sync/${board.id}?token=${board.token}`, { send })).toMatchObject({ code });
  });

  it('a board that cannot be loaded: try again, nothing is written', async () => {
    const board = await server.board();
    const key = { board: board.id, generation: 1, owner: '' };
    const before = server.memory.stored(key);
    server.faults.loadError = 'damaged';
    expect(await closeCode(`/sync/${board.id}?token=${board.token}`)).toMatchObject({ code: 1011 });
    expect(server.memory.stored(key)).toEqual(before);
  });

  it('a server that stops: come back later', async () => {
    const board = await server.board();
    const { provider, codes } = stockClient(board.id, board.token);
    await vi.waitFor(() => expect(provider.synced).toBe(true));
    await server.server.stop();
    await vi.waitFor(() => expect(codes[0]).toBe(1012));
    server = await startTestServer();
  });
});
