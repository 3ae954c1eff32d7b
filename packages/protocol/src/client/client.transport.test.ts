import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { PretendBoardServer } from '../testing/pretend-board-server.ts';
import { PretendNetwork } from '../testing/pretend-network.ts';
import { PretendStreamedServer } from '../testing/pretend-streamed-server.ts';
import type { BoardClientOptions } from './board-client.ts';
import { openBoardClient } from './client.ts';

const MINUTE_MS = 60_000;
const settle = (ms: number) => vi.advanceTimersByTimeAsync(ms);
let servers = 0;
const undo: (() => void)[] = [];

beforeEach(() => void vi.useFakeTimers({ now: 1000 }));
afterEach(async () => {
  for (const step of undo.splice(0)) step();
  // What a client says on leaving must not reach the network of the next test.
  await settle(20_000);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A board behind a network that answers plain requests, and lets WebSockets through if the test says so. */
function stage(over: Partial<BoardClientOptions> = {}) {
  const board = new PretendBoardServer();
  const sockets = new PretendNetwork();
  sockets.accepts = false;
  sockets.onConnection = (connection) => {
    const { receive, left } = board.accept(connection);
    connection.onFrame = receive;
    connection.onClose = left;
  };
  const web = new PretendStreamedServer((peer) => board.accept(peer));
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (!url.endsWith('/health/live')) return web.request(url, init);
    if (!web.reachable) throw new TypeError('not reached');
    return Response.json({ status: 'live' });
  });
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const url = `http://server-${(servers += 1)}.test`;
  const open = () => {
    const client = openBoardClient({
      url,
      boardId: 'b1',
      token: 't',
      doc: new Y.Doc(),
      socket: sockets.Socket,
      transport: 'auto',
      ...over,
    });
    undo.push(() => client.destroy());
    return client;
  };
  const refuseSocket = async () => {
    sockets.latest.cut();
    await settle(0);
  };
  return { board, sockets, web, page, open, refuseSocket };
}

test('[CHOICE1] [CLIENT1] refused twice, the client comes in by plain requests to the same path, and says so', async () => {
  const { open, refuseSocket, web, sockets } = stage({ path: '/sync/b1/mine' });
  const client = open();
  await refuseSocket();
  await settle(200);
  await refuseSocket();
  await settle(100);
  expect(client.saved.getSnapshot()).toEqual({ kind: 'saved' });
  expect(client.transport.getSnapshot()).toBe('streamed');
  expect(new URL(web.requests[0]?.url ?? '').pathname).toBe('/sync/b1/mine/stream');
  expect(sockets.connections).toHaveLength(2);
});

test('[CHOICE1] a WebSocket that hangs is given six seconds', async () => {
  const { open } = stage();
  const client = open();
  await settle(5900);
  expect(client.saved.getSnapshot().kind).toBe('connecting');
  await settle(200);
  expect(client.saved.getSnapshot()).toEqual({ kind: 'saved' });
});

test('[CHOICE1] where nothing is reached the client goes on with WebSockets', async () => {
  const { open, refuseSocket, web, sockets } = stage();
  web.reachable = false;
  const client = open();
  for (let times = 0; times < 6; times += 1) {
    await refuseSocket();
    await settle(2500);
  }
  expect(web.requests).toEqual([]);
  sockets.accepts = true;
  await refuseSocket();
  await settle(2500);
  sockets.settle();
  expect(client.transport.getSnapshot()).toBe('websocket');
  expect(client.saved.getSnapshot()).toEqual({ kind: 'saved' });
});

test('[CHOICE2] another document of the page goes the way that was found', async () => {
  const { open, refuseSocket, sockets } = stage();
  open();
  await refuseSocket();
  await settle(200);
  await refuseSocket();
  await settle(100);
  const second = open();
  await settle(100);
  expect(second.transport.getSnapshot()).toBe('streamed');
  expect(sockets.connections).toHaveLength(2);
});

test('[CHOICE2] a working stand-in is left alone; after ten minutes the next connection is a WebSocket', async () => {
  const { open, sockets, web } = stage();
  const client = open();
  await settle(6100);
  sockets.accepts = true;
  const pings = setInterval(() => web.sessions[0]?.peer.send(Uint8Array.of(1, 1, 0)), 10_000);
  await settle(11 * MINUTE_MS);
  clearInterval(pings);
  expect(web.sessions).toHaveLength(1);
  web.sessions[0]?.peer.close(1012, 'restart');
  await settle(500);
  sockets.settle();
  expect(client.transport.getSnapshot()).toBe('websocket');
  expect(client.saved.getSnapshot()).toEqual({ kind: 'saved' });
});

test('[CHOICE2] on another network the next connection is a WebSocket', async () => {
  const { open, page, sockets, web } = stage();
  const client = open();
  await settle(6100);
  sockets.accepts = true;
  web.sessions[0]?.cut();
  await settle(0);
  page.dispatchEvent(new Event('online'));
  sockets.settle();
  expect(client.transport.getSnapshot()).toBe('websocket');
});

test('[CLIENT5] destroyed while it looks for a way, it leaves no timer and opens nothing', async () => {
  const { open, sockets, web } = stage();
  const client = open();
  await settle(100);
  client.destroy();
  await settle(20_000);
  expect(sockets.connections).toHaveLength(1);
  expect(web.requests).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('[CHOICE1] a transport that is asked for is kept to', async () => {
  const forced = stage({ transport: 'streamed' });
  const client = forced.open();
  await settle(100);
  expect(client.transport.getSnapshot()).toBe('streamed');
  expect(forced.sockets.connections).toEqual([]);
  const other = stage({ transport: 'websocket' });
  other.open();
  await settle(30_000);
  expect(other.web.requests).toEqual([]);
});
