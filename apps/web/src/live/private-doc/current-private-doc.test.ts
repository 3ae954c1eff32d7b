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
import { memoryStore } from '../outbox/memory-store.ts';
import { openCurrentPrivateDoc, type CurrentPrivateDoc } from './current-private-doc.ts';
import { openCopyRecord } from './copy-record.ts';
import { privateDocOf, type PrivateDoc, watchPendingPrivateEdits } from './private-doc.ts';

const RENEWED = 4409;
let network: PretendNetwork;
let server: PretendBoardServer;
let generation: number;
let store: ReturnType<typeof memoryStore>;
/** What IndexedDB would hold, by copy. */
let copies: Map<number, Uint8Array>;
let rejected: { text: string; why: string }[];
let openRound: string | null | undefined;
let boardListeners: (() => void)[];
/** Rounds to which answers arrived, and how often some came too late. */
let sent: string[];
let late: number;
let current: CurrentPrivateDoc;

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
  rejected = [];
  openRound = null;
  boardListeners = [];
  sent = [];
  late = 0;
});

afterEach(() => {
  current.close();
  vi.useRealTimers();
});

function open({ copy }: { copy: number }): Promise<PrivateDoc> {
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
  return Promise.resolve(
    privateDocOf(doc, client, watchPendingPrivateEdits(doc, `mine/${copy}`, store), () => undefined),
  );
}

async function settle(): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    network.settle();
    await vi.advanceTimersByTimeAsync(0);
  }
}

async function opened(): Promise<PrivateDoc> {
  current = openCurrentPrivateDoc({
    record: openCopyRecord('b', 'p', store),
    open,
    empty: async (copy) => void copies.delete(copy),
    openRound: () => openRound,
    whenBoardKnown: (listener) => void boardListeners.push(listener),
    answersSent: (_doc, rounds) => void sent.push(...rounds),
    answersLate: () => void (late += 1),
    reject: (drafts, why) => rejected.push(...drafts.map(({ text }) => ({ text, why }))),
  });
  await settle();
  return now();
}

function now(): PrivateDoc {
  const privateDoc = current.getSnapshot();
  if (privateDoc === null) throw new Error('it is not open');
  return privateDoc;
}

function add(privateDoc: PrivateDoc, text: string): string {
  const added = addDraft(privateDoc.doc, { text, phase: 'p1', at: 1 });
  return added.ok ? added.value : '';
}

const textsOf = (doc: Doc) =>
  readDrafts(doc)
    .map(({ text }) => text)
    .toSorted();
const texts = () => textsOf(now().doc);
const isSaved = () => now().client.saved.getSnapshot().kind === 'saved';
const entry = () => openCopyRecord('b', 'p', store).read();

/** What the server does in an anonymous reveal: what it has is on the board, and the document begins anew. */
function revealAnonymously(privateDoc: PrivateDoc, tell: 'all' | 'nothing'): void {
  const shown = (drafts: readonly Draft[]) => Object.fromEntries(drafts.map(({ id, text }) => [id, text]));
  markShown(server.doc, shown(readDrafts(server.doc)));
  if (tell === 'all') applyUpdate(privateDoc.doc, encodeStateAsUpdate(server.doc));
  server.doc = renewPrivate(server.doc);
  generation += 1;
}

async function comeBackToRenewed(privateDoc: PrivateDoc): Promise<void> {
  privateDoc.client.reconnectNow();
  network.latest.open();
  network.latest.close(RENEWED);
  network.latest.deliverToClient();
  await settle();
}

test('drafts are saved on the server, and which are not is known, over a reload too', async () => {
  const privateDoc = await opened();
  const first = add(privateDoc, 'Silos');
  await settle();
  expect(isSaved()).toBe(true);
  expect(textsOf(server.doc)).toEqual(['Silos']);
  network.latest.cut();
  const second = add(privateDoc, 'On the train');
  add(privateDoc, 'And home');
  writeDraft(privateDoc.doc, first, 'Silos grow');
  expect(privateDoc.pendingDrafts.getSnapshot().size).toBe(3);
  removeDrafts(privateDoc.doc, [second]);
  expect(privateDoc.pendingDrafts.getSnapshot().size).toBe(2);
  current.close();

  const again = await opened();
  await settle();
  expect(again.doc).not.toBe(privateDoc.doc);
  expect(isSaved()).toBe(true);
  expect(textsOf(server.doc)).toEqual(['And home', 'Silos grow']);
  expect(again.pendingDrafts.getSnapshot().size).toBe(0);
});

test('a reload without a network still knows what was not sent', async () => {
  const privateDoc = await opened();
  network.latest.cut();
  const id = add(privateDoc, 'On the train');
  current.close();
  current = openCurrentPrivateDoc({
    record: openCopyRecord('b', 'p', store),
    open,
    empty: async () => undefined,
    openRound: () => null,
    whenBoardKnown: () => undefined,
    answersSent: () => undefined,
    answersLate: () => undefined,
    reject: () => undefined,
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(texts()).toEqual(['On the train']);
  expect([...now().pendingDrafts.getSnapshot()]).toEqual([id]);
});

describe('after an anonymous reveal', () => {
  test('what was revealed does not come back, whether or not its mark had arrived', async () => {
    for (const tell of ['all', 'nothing'] as const) {
      const privateDoc = await opened();
      add(privateDoc, 'Revealed');
      await settle();
      network.latest.cut();
      revealAnonymously(privateDoc, tell);
      await comeBackToRenewed(privateDoc);
      expect(now().doc).not.toBe(privateDoc.doc);
      expect(texts()).toEqual([]);
      expect(textsOf(server.doc)).toEqual([]);
      current.close();
    }
  });

  test('words that had not arrived are taken over, once, and the old copy is emptied', async () => {
    const privateDoc = await opened();
    const revealed = add(privateDoc, 'Revealed');
    const grown = add(privateDoc, 'Half');
    await settle();
    network.latest.cut();
    const late = add(privateDoc, 'Written in the elevator');
    writeDraft(privateDoc.doc, grown, 'Half a sentence, and the other half');
    revealAnonymously(privateDoc, 'nothing');
    await comeBackToRenewed(privateDoc);
    expect(texts()).toEqual(['Half a sentence, and the other half', 'Written in the elevator']);
    expect(readDrafts(now().doc).map(({ id }) => id)).toEqual(expect.arrayContaining([late, grown]));
    expect(readDrafts(now().doc).map(({ id }) => id)).not.toContain(revealed);
    expect(isSaved()).toBe(true);
    expect(textsOf(server.doc)).toEqual(texts());
    expect([...copies.keys()]).toEqual([2]);
    expect(entry()).toEqual({ copy: 2, generation: 2, carried: [], toEmpty: [] });
  });

  test('a note of another phase that still waits is there once, with what was written since', async () => {
    const privateDoc = await opened();
    const waiting = add(privateDoc, 'Waiting');
    await settle();
    network.latest.cut();
    writeDraft(privateDoc.doc, waiting, 'Waiting longer');
    server.doc = renewPrivate(server.doc);
    generation += 1;
    await comeBackToRenewed(privateDoc);
    expect(texts()).toEqual(['Waiting longer']);
    expect(textsOf(server.doc)).toEqual(['Waiting longer']);
  });

  test('a crash before the fresh document was saved loses nothing and doubles nothing', async () => {
    const privateDoc = await opened();
    network.latest.cut();
    add(privateDoc, 'Mine');
    revealAnonymously(privateDoc, 'nothing');
    server.acks = false;
    await comeBackToRenewed(privateDoc);
    expect(entry().carried.map(({ text }) => text)).toEqual(['Mine']);
    current.close();
    copies.clear();
    server.acks = true;
    await opened();
    expect(texts()).toEqual(['Mine']);
    expect(textsOf(server.doc)).toEqual(['Mine']);
    expect(entry().carried).toEqual([]);
  });

  test('two tabs with the same pending note bring it once', async () => {
    const privateDoc = await opened();
    network.latest.cut();
    add(privateDoc, 'Mine');
    const first = current;
    const accept = network.onConnection;
    network.onConnection = () => undefined;
    const second = await opened();
    network.latest.cut();
    network.onConnection = accept;
    revealAnonymously(privateDoc, 'nothing');
    await comeBackToRenewed(second);
    expect(textsOf(server.doc)).toEqual(['Mine']);
    privateDoc.client.reconnectNow();
    network.latest.open();
    network.latest.close(RENEWED);
    network.latest.deliverToClient();
    await settle();
    first.close();
    expect(textsOf(server.doc)).toEqual(['Mine']);
  });

  test('a vote that is still open is taken over, a closed one is not', async () => {
    const privateDoc = await opened();
    network.latest.cut();
    for (const round of ['open', 'closed']) {
      privateDoc.doc.transact(() => {
        rootOf(privateDoc.doc, 'ballots').set(round, new YMap([['a', 2]]));
        rootOf(privateDoc.doc, 'answers').set(`vote/${round}//b/0/z`, { value: 1, at: 5 });
      });
    }
    openRound = 'open';
    revealAnonymously(privateDoc, 'nothing');
    await comeBackToRenewed(privateDoc);
    expect(rootOf(now().doc, 'ballots').toJSON()).toEqual({ open: { a: 2 } });
    expect(rootOf(now().doc, 'answers').toJSON()).toEqual({ 'vote/open//b/0/z': { value: 1, at: 5 } });
    // [VOTE16] that the other one came too late is said.
    expect(late).toBe(1);
  });

  test('[VOTE16] a vote that was given alone waits for the board to say whether it is open, and is not lost', async () => {
    const privateDoc = await opened();
    network.latest.cut();
    privateDoc.doc.transact(() => {
      rootOf(privateDoc.doc, 'answers').set('vote/open//b/0/z', { value: 1, at: 5 });
    });
    openRound = undefined;
    revealAnonymously(privateDoc, 'nothing');
    await comeBackToRenewed(privateDoc);
    expect(now()).toBe(privateDoc);
    openRound = 'open';
    for (const listener of boardListeners) listener();
    await settle();
    expect(now()).not.toBe(privateDoc);
    expect(rootOf(now().doc, 'answers').toJSON()).toEqual({ 'vote/open//b/0/z': { value: 1, at: 5 } });
    expect(late).toBe(0);
    await vi.waitFor(() => expect(sent).toEqual(['open']));
  });
});

test('words the server will never take become rejected items, and the next note is saved', async () => {
  const privateDoc = await opened();
  add(privateDoc, 'Taken');
  await settle();
  server.nackWith = 'schema';
  add(privateDoc, 'Refused');
  network.latest.deliverToServer();
  server.nackWith = null;
  await settle();
  expect(rejected).toEqual([{ text: 'Refused', why: 'schema' }]);
  expect(texts()).toEqual(['Taken']);
  add(now(), 'After');
  await settle();
  expect(isSaved()).toBe(true);
  expect(textsOf(server.doc)).toEqual(['After', 'Taken']);
});

test('a server that refuses everything is not asked for ever', async () => {
  const privateDoc = await opened();
  server.nackWith = 'schema';
  add(privateDoc, 'Refused');
  await settle();
  expect(rejected).toEqual([{ text: 'Refused', why: 'schema' }]);
  const tried = network.connections.length;
  await settle();
  expect(network.connections.length).toBe(tried);
});

test('a person who may not write any more keeps what was not sent', async () => {
  const privateDoc = await opened();
  server.acks = false;
  add(privateDoc, 'Mine');
  network.latest.close(4403);
  network.latest.deliverToClient();
  await settle();
  expect(rejected).toEqual([{ text: 'Mine', why: 'removed' }]);
  expect(now().doc).toBe(privateDoc.doc);
});
