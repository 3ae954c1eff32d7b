import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket as WsSocket, WebSocketServer } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { ObservableValue } from '../observable-value.ts';
import { PretendBoardServer } from '../testing/pretend-board-server.ts';
import type { SocketClass } from '../transport/board-socket.ts';
import type { BoardClient } from './board-client.ts';
import { openBoardClient } from './client.ts';

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function listen(board: PretendBoardServer, port = 0) {
  const listening = new WebSocketServer({ port, host: '127.0.0.1' });
  await once(listening, 'listening');
  listening.on('connection', (socket) => {
    const { receive, left } = board.accept(socket);
    socket.on('message', (data: Buffer) => receive(data));
    socket.on('close', left);
  });
  const stop = async () => {
    for (const socket of listening.clients) socket.terminate();
    await new Promise((resolve) => listening.close(resolve));
  };
  undo.push(stop);
  return { port: (listening.address() as AddressInfo).port, stop };
}

function open(port: number, socket?: SocketClass): BoardClient {
  const url = `ws://127.0.0.1:${port}`;
  const client = openBoardClient({
    url,
    boardId: 'b1',
    token: 't',
    doc: new Y.Doc(),
    ...(socket && { socket }),
  });
  undo.push(() => {
    client.destroy();
    client.doc.destroy();
  });
  return client;
}

function until<Value>({ getSnapshot, subscribe }: ObservableValue<Value>, holds: (value: Value) => boolean) {
  return new Promise<void>((resolve) => {
    if (holds(getSnapshot())) return resolve();
    const stop = subscribe(() => {
      if (!holds(getSnapshot())) return;
      stop();
      resolve();
    });
  });
}

const savedOn = (client: BoardClient) => until(client.saved, ({ kind }) => kind === 'saved');

test.each([
  ["the platform's own socket", undefined],
  ['the ws package', WsSocket],
] as const)('[CLIENT2] two clients converge and know that they are saved, over %s', async (_name, socket) => {
  const board = new PretendBoardServer();
  const { port } = await listen(board);
  const [first, second] = [open(port, socket), open(port, socket)];
  await Promise.all([savedOn(first), savedOn(second)]);
  const arrived = new Promise((resolve) => second.doc.once('update', resolve));
  first.doc.getMap('factors').set('a', 1);
  expect(first.saved.getSnapshot().kind).toBe('saving');
  await Promise.all([savedOn(first), arrived]);
  expect(board.doc.getMap('factors').toJSON()).toEqual({ a: 1 });
  expect(second.doc.getMap('factors').toJSON()).toEqual({ a: 1 });
});

test('[CLIENT4] edits made while the server restarts are saved by the new one, without help', async () => {
  const before = await listen(new PretendBoardServer());
  const client = open(before.port);
  await savedOn(client);
  client.doc.getMap('factors').set('a', 1);
  await savedOn(client);
  await before.stop();
  await until(client.saved, ({ kind }) => kind === 'offline');
  client.doc.getMap('factors').set('b', 2);
  const emptied = new PretendBoardServer();
  await listen(emptied, before.port);
  await savedOn(client);
  expect(emptied.doc.getMap('factors').toJSON()).toEqual({ a: 1, b: 2 });
});

test('[HELLO3] a stock provider that never says hello is sent nothing but y-protocols', async () => {
  const board = new PretendBoardServer();
  const { port } = await listen(board);
  const doc = new Y.Doc();
  const stock = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, 'b1', doc, { disableBc: true });
  undo.push(() => {
    stock.destroy();
    stock.awareness.destroy();
  });
  const numbers: number[] = [];
  stock.messageHandlers.forEach((handler, number) => {
    stock.messageHandlers[number] = (...args) => {
      numbers.push(number);
      handler(...args);
    };
  });
  for (const number of [100, 101, 102, 103, 104]) stock.messageHandlers[number] = () => numbers.push(number);
  const client = open(port);
  await savedOn(client);
  const stored = new Promise((resolve) => board.doc.once('update', resolve));
  doc.getMap('factors').set('a', 1);
  await stored;
  const arrived = new Promise((resolve) => doc.once('update', resolve));
  client.doc.getMap('factors').set('b', 1);
  await arrived;
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((number) => number >= 100)).toEqual([]);
});
