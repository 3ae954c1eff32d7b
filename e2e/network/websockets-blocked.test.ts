import { openBoardClient } from '@coherence/protocol';
import type { BoardClient, ObservableValue } from '@coherence/protocol';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../harness/api.ts';
import { startServer } from '../harness/server.ts';
import { startBlockingProxy } from './blocking-proxy.ts';

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

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

const whenSaved = ({ saved }: BoardClient) => until(saved, ({ kind }) => kind === 'saved');
const textOf = (client: BoardClient) => client.doc.getMap('meta').get('title');

function whenTitleIs(client: BoardClient, title: string) {
  return new Promise<void>((resolve) => {
    const look = () => {
      if (textOf(client) !== title) return;
      client.doc.off('update', look);
      resolve();
    };
    client.doc.on('update', look);
    look();
  });
}

async function stage(blocking?: 'refuse' | 'swallow') {
  const server = await startServer();
  undo.push(() => server.dispose());
  const proxy = await startBlockingProxy(server.port, blocking);
  undo.push(() => proxy.close());
  const board = await createBoard(server.url, { title: 'Harlow Falls' });
  const open = (url: string, token = board.token) => {
    const client = openBoardClient({ url, boardId: board.id, token, doc: new Y.Doc() });
    undo.push(() => {
      client.destroy();
      client.doc.destroy();
    });
    return client;
  };
  return { server, proxy, board, open };
}

function retitle(client: BoardClient, title: string): void {
  client.doc.getMap('meta').set('title', title);
}

test('behind a proxy that refuses WebSockets a client shares edits, knows them saved, and outlives kill -9', async () => {
  const { server, proxy, open } = await stage();
  const [behind, direct] = [open(proxy.url), open(server.url)];
  await Promise.all([whenSaved(behind), whenSaved(direct)]);
  expect(behind.transport.getSnapshot()).toBe('streamed');
  expect(direct.transport.getSnapshot()).toBe('websocket');
  expect(proxy.refused()).toBeGreaterThan(0);

  retitle(behind, 'from behind');
  expect(behind.saved.getSnapshot().kind).toBe('saving');
  await Promise.all([whenSaved(behind), whenTitleIs(direct, 'from behind')]);
  retitle(direct, 'from outside');
  await Promise.all([whenSaved(direct), whenTitleIs(behind, 'from outside')]);

  await server.kill9();
  await until(behind.saved, ({ kind }) => kind === 'offline');
  retitle(behind, 'written while the server was away');
  await server.restart();
  await Promise.all([whenSaved(behind), whenTitleIs(direct, 'written while the server was away')]);
  expect(behind.transport.getSnapshot()).toBe('streamed');
}, 60_000);

test('a proxy that swallows WebSockets without a word is found out too', async () => {
  const { proxy, open } = await stage('swallow');
  const behind = open(proxy.url);
  await whenSaved(behind);
  expect(behind.transport.getSnapshot()).toBe('streamed');
}, 30_000);

test('edits made while the proxy cuts every request again and again are all saved and shared', async () => {
  const { server, proxy, open } = await stage();
  const [behind, direct] = [open(proxy.url), open(server.url)];
  await Promise.all([whenSaved(behind), whenSaved(direct)]);
  for (let edit = 0; edit < 60; edit += 1) {
    behind.doc.getMap('meta').set(`question`, `edit ${edit}`);
    retitle(behind, `edit ${edit}`);
    if (edit % 10 === 5) proxy.cut();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all([whenSaved(behind), whenTitleIs(direct, 'edit 59')]);
  expect(direct.doc.getMap('meta').toJSON()).toEqual(behind.doc.getMap('meta').toJSON());
}, 30_000);

test('a token that opens nothing is refused for good, with the same close code as over a WebSocket', async () => {
  const { proxy, open } = await stage();
  const stranger = open(proxy.url, 'not-a-token');
  await until(stranger.connection, (connection) => connection === 'ended');
  expect(stranger.saved.getSnapshot()).toMatchObject({ kind: 'refused' });
}, 30_000);
