import {
  addDraft,
  markShown,
  readDrafts,
  removeDrafts,
  renewPrivate,
  writeDraft,
  type Draft,
} from '@coherence/board';
import { rootOf } from '@coherence/board/testing';
import { encodeHello, openBoardClient, PROTOCOL_VERSION } from '@coherence/protocol';
import { PretendBoardServer, PretendNetwork } from '@coherence/protocol/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, Map as YMap } from 'yjs';
import { memoryStore } from '../not-sent/memory-store.ts';
import { keepMine, type MineKeeper } from './keep-mine.ts';
import { openMineEntries } from './mine-entry.ts';
import { mineOf, type Mine, watchUnsentMine } from './mine.ts';

const RENEWED = 4409;
let network: PretendNetwork;
let server: PretendBoardServer;
let generation: number;
let store: ReturnType<typeof memoryStore>;
/** What IndexedDB would hold, by copy. */
let copies: Map<number, Uint8Array>;
let tray: { text: string; why: string }[];
let openRound: string | null;
let keeper: MineKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  network = new PretendNetwork();
  server = new PretendBoardServer();
  generation = 1;
  network.onConnection = (connection) => {
    const { receive, left } = server.accept(connection);
    const born = generation;
    connection.onFrame = (frame) => {
      connection.send(encodeHello({ protocol: PROTOCOL_VERSION, generation: born, limits: null }));
      receive(frame);
    };
    connection.onClose = left;
  };
  store = memoryStore();
  copies = new Map();
  tray = [];
  openRound = null;
});

afterEach(() => {
  keeper.close();
  vi.useRealTimers();
});

function open({ copy }: { copy: number }): Promise<Mine> {
  const doc = new Doc();
  const held = copies.get(copy);
  if (held !== undefined) applyUpdate(doc, held);
  doc.on('update', () => copies.set(copy, encodeStateAsUpdate(doc)));
  const client = openBoardClient({
    url: 'http://b.test',
    boardId: 'b',
    path: '/sync/b/mine',
    token: 't',
    doc,
    socket: network.Socket,
  });
  return Promise.resolve(mineOf(doc, client, watchUnsentMine(doc, `mine/${copy}`, store), () => undefined));
}

async function settle(): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    network.settle();
    await vi.advanceTimersByTimeAsync(0);
  }
}

async function opened(): Promise<Mine> {
  keeper = keepMine({
    entries: openMineEntries('b', 'p', store),
    open,
    empty: async (copy) => void copies.delete(copy),
    openRound: () => openRound,
    keepWords: (drafts, why) => tray.push(...drafts.map(({ text }) => ({ text, why }))),
  });
  await settle();
  return now();
}

function now(): Mine {
  const mine = keeper.getSnapshot();
  if (mine === null) throw new Error('it is not open');
  return mine;
}

function add(mine: Mine, text: string): string {
  const added = addDraft(mine.doc, { text, phase: 'p1', at: 1 });
  return added.ok ? added.value : '';
}

const textsOf = (doc: Doc) =>
  readDrafts(doc)
    .map(({ text }) => text)
    .toSorted();
const texts = () => textsOf(now().doc);
const isSaved = () => now().client.saved.getSnapshot().kind === 'saved';
const entry = () => openMineEntries('b', 'p', store).read();

/** What the server does in an anonymous reveal: what it has is on the board, and the document begins anew. */
function revealAnonymously(mine: Mine, tell: 'all' | 'nothing'): void {
  const shown = (drafts: readonly Draft[]) => Object.fromEntries(drafts.map(({ id, text }) => [id, text]));
  markShown(server.doc, shown(readDrafts(server.doc)));
  if (tell === 'all') applyUpdate(mine.doc, encodeStateAsUpdate(server.doc));
  server.doc = renewPrivate(server.doc);
  generation += 1;
}

async function comeBackToRenewed(mine: Mine): Promise<void> {
  mine.client.reconnectNow();
  network.latest.open();
  network.latest.close(RENEWED);
  network.latest.deliverToClient();
  await settle();
}

test('drafts are saved on the server, and which are not is known, over a reload too', async () => {
  const mine = await opened();
  const first = add(mine, 'Silos');
  await settle();
  expect(isSaved()).toBe(true);
  expect(textsOf(server.doc)).toEqual(['Silos']);
  network.latest.cut();
  const second = add(mine, 'On the train');
  add(mine, 'And home');
  writeDraft(mine.doc, first, 'Silos grow');
  expect(mine.notSent.getSnapshot().size).toBe(3);
  removeDrafts(mine.doc, [second]);
  expect(mine.notSent.getSnapshot().size).toBe(2);
  keeper.close();

  const again = await opened();
  await settle();
  expect(again.doc).not.toBe(mine.doc);
  expect(isSaved()).toBe(true);
  expect(textsOf(server.doc)).toEqual(['And home', 'Silos grow']);
  expect(again.notSent.getSnapshot().size).toBe(0);
});

test('a reload without a network still knows what was not sent', async () => {
  const mine = await opened();
  network.latest.cut();
  const id = add(mine, 'On the train');
  keeper.close();
  keeper = keepMine({
    entries: openMineEntries('b', 'p', store),
    open,
    empty: async () => undefined,
    openRound: () => null,
    keepWords: () => undefined,
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(texts()).toEqual(['On the train']);
  expect([...now().notSent.getSnapshot()]).toEqual([id]);
});

describe('after an anonymous reveal', () => {
  test('what was revealed does not come back, whether or not its mark had arrived', async () => {
    for (const tell of ['all', 'nothing'] as const) {
      const mine = await opened();
      add(mine, 'Revealed');
      await settle();
      network.latest.cut();
      revealAnonymously(mine, tell);
      await comeBackToRenewed(mine);
      expect(now().doc).not.toBe(mine.doc);
      expect(texts()).toEqual([]);
      expect(textsOf(server.doc)).toEqual([]);
      keeper.close();
    }
  });

  test('words that had not arrived are taken over, once, and the old copy is emptied', async () => {
    const mine = await opened();
    const revealed = add(mine, 'Revealed');
    const grown = add(mine, 'Half');
    await settle();
    network.latest.cut();
    const late = add(mine, 'Written in the elevator');
    writeDraft(mine.doc, grown, 'Half a sentence, and the other half');
    revealAnonymously(mine, 'nothing');
    await comeBackToRenewed(mine);
    expect(texts()).toEqual(['Half a sentence, and the other half', 'Written in the elevator']);
    expect(readDrafts(now().doc).map(({ id }) => id)).toEqual(expect.arrayContaining([late, grown]));
    expect(readDrafts(now().doc).map(({ id }) => id)).not.toContain(revealed);
    expect(isSaved()).toBe(true);
    expect(textsOf(server.doc)).toEqual(texts());
    expect([...copies.keys()]).toEqual([2]);
    expect(entry()).toEqual({ copy: 2, generation: 2, carried: [], toEmpty: [] });
  });

  test('a note of another phase that still waits is there once, with what was written since', async () => {
    const mine = await opened();
    const waiting = add(mine, 'Waiting');
    await settle();
    network.latest.cut();
    writeDraft(mine.doc, waiting, 'Waiting longer');
    server.doc = renewPrivate(server.doc);
    generation += 1;
    await comeBackToRenewed(mine);
    expect(texts()).toEqual(['Waiting longer']);
    expect(textsOf(server.doc)).toEqual(['Waiting longer']);
  });

  test('a crash before the fresh document was saved loses nothing and doubles nothing', async () => {
    const mine = await opened();
    network.latest.cut();
    add(mine, 'Mine');
    revealAnonymously(mine, 'nothing');
    server.acks = false;
    await comeBackToRenewed(mine);
    expect(entry().carried.map(({ text }) => text)).toEqual(['Mine']);
    keeper.close();
    copies.clear();
    server.acks = true;
    await opened();
    expect(texts()).toEqual(['Mine']);
    expect(textsOf(server.doc)).toEqual(['Mine']);
    expect(entry().carried).toEqual([]);
  });

  test('two tabs with the same unsent note bring it once', async () => {
    const mine = await opened();
    network.latest.cut();
    add(mine, 'Mine');
    const first = keeper;
    const accept = network.onConnection;
    network.onConnection = () => undefined;
    const second = await opened();
    network.latest.cut();
    network.onConnection = accept;
    revealAnonymously(mine, 'nothing');
    await comeBackToRenewed(second);
    expect(textsOf(server.doc)).toEqual(['Mine']);
    mine.client.reconnectNow();
    network.latest.open();
    network.latest.close(RENEWED);
    network.latest.deliverToClient();
    await settle();
    first.close();
    expect(textsOf(server.doc)).toEqual(['Mine']);
  });

  test('a vote that is still open is taken over, a closed one is not', async () => {
    const mine = await opened();
    network.latest.cut();
    for (const round of ['open', 'closed']) {
      mine.doc.transact(() => {
        rootOf(mine.doc, 'ballots').set(round, new YMap([['a', 2]]));
      });
    }
    openRound = 'open';
    revealAnonymously(mine, 'nothing');
    await comeBackToRenewed(mine);
    expect(rootOf(now().doc, 'ballots').toJSON()).toEqual({ open: { a: 2 } });
  });
});

test('words the server will never take go to the tray, and the next note is saved', async () => {
  const mine = await opened();
  add(mine, 'Taken');
  await settle();
  server.nackWith = 'schema';
  add(mine, 'Refused');
  network.latest.deliverToServer();
  server.nackWith = null;
  await settle();
  expect(tray).toEqual([{ text: 'Refused', why: 'schema' }]);
  expect(texts()).toEqual(['Taken']);
  add(now(), 'After');
  await settle();
  expect(isSaved()).toBe(true);
  expect(textsOf(server.doc)).toEqual(['After', 'Taken']);
});

test('a server that refuses everything is not asked for ever', async () => {
  const mine = await opened();
  server.nackWith = 'schema';
  add(mine, 'Refused');
  await settle();
  expect(tray).toEqual([{ text: 'Refused', why: 'schema' }]);
  const tried = network.connections.length;
  await settle();
  expect(network.connections.length).toBe(tried);
});

test('a person who may not write any more keeps what was not sent', async () => {
  const mine = await opened();
  server.acks = false;
  add(mine, 'Mine');
  network.latest.close(4403);
  network.latest.deliverToClient();
  await settle();
  expect(tray).toEqual([{ text: 'Mine', why: 'removed' }]);
  expect(now().doc).toBe(mine.doc);
});
