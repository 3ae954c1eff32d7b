import {
  addFactors,
  addInfluence,
  moveFactors,
  openSnapshots,
  openUndo,
  readSnapshot,
  renewBoard,
  writeSession,
} from '@coherence/board';
import { openBoardClient } from '@coherence/protocol';
import { PretendBoardServer, PretendNetwork } from '@coherence/protocol/testing';
import { encodeRole } from '@coherence/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { openCurrentBoard, type Who } from './current-board.ts';
import { memoryStore } from './outbox/memory-store.ts';
import { openRejectedItems } from './outbox/rejected-items.ts';
import { watchPendingEdits } from './outbox/pending.ts';
import type { LiveBoard } from './open-board.ts';
import { sessionReader } from './document/use-session.ts';

const actor = { unit: null };
let network: PretendNetwork;
let server: PretendBoardServer;
let store: ReturnType<typeof memoryStore>;
/** What IndexedDB would hold, by name. */
let copies: Map<string, Uint8Array>;
let shown: (LiveBoard | null)[];
let told: string[];
/** Who the server says that this person is. */
let who: Who;
let close: () => void;
/** Called where a crash hurts most: the words are kept, the document is not yet let go. */
let onNothingShown: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  network = new PretendNetwork();
  server = new PretendBoardServer();
  network.onConnection = (connection) => {
    const { receive, left } = server.accept(connection);
    connection.onFrame = receive;
    connection.onClose = left;
  };
  store = memoryStore();
  vi.stubGlobal('localStorage', store);
  vi.stubGlobal('sessionStorage', memoryStore());
  copies = new Map();
  shown = [];
  told = [];
  who = { name: null, unit: null };
  onNothingShown = () => undefined;
});

afterEach(() => {
  close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** As `openBoard`, with a copy in memory and a pretended network. */
async function open(): Promise<LiveBoard> {
  const rejected = openRejectedItems('b', store);
  for (const copy of rejected.copiesToEmpty()) {
    copies.delete(copy);
    rejected.emptied(copy);
  }
  const doc = new Doc();
  const held = copies.get('copy');
  if (held !== undefined) applyUpdate(doc, held);
  doc.on('update', () => copies.set('copy', encodeStateAsUpdate(doc)));
  const client = openBoardClient({
    url: 'http://b.test',
    boardId: 'b',
    token: 't',
    doc,
    socket: network.Socket,
  });
  const snapshots = openSnapshots(doc);
  const undo = openUndo(doc);
  const pending = watchPendingEdits(doc, 'copy', store);
  client.on('saved', ({ kind }) => {
    if (kind === 'saved') pending.clear();
  });
  const me = { participantId: 'p', name: null, unit: null, token: 't' };
  const person = { id: 'b', role: 'participant', me, actor, canEdit: true } as const;
  const destroy = (): void => {
    pending.stop();
    client.destroy();
    undo.destroy();
    snapshots.destroy();
    doc.destroy();
  };
  return {
    ...person,
    doc,
    copy: 'copy',
    snapshots,
    drawn: snapshots,
    undo,
    client,
    pending,
    rejected,
    destroy,
  };
}

async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    network.settle();
    await vi.advanceTimersByTimeAsync(0);
  }
}

async function opened(): Promise<LiveBoard> {
  close = openCurrentBoard({
    open,
    onBoard: (board) => {
      shown.push(board);
      if (board === null) onNothingShown();
    },
    onReplaced: (why) => void told.push(why),
    onRole: (role) => void told.push(role),
    askWho: async () => who,
    onWho: (_before, now) => void told.push(`${now.name} ${now.unit}`),
    onFailed: (error) => void told.push(String(error)),
  });
  await settle();
  return current();
}

function current(): LiveBoard {
  const board = shown.at(-1);
  if (!board) throw new Error('no board is shown');
  return board;
}

const add = (board: LiveBoard, text: string) => addFactors(board.doc, { texts: [text] }, actor);
const onServer = () => readSnapshot(server.doc).factors.map(({ text }) => text);
const inRejected = () =>
  current()
    .rejected.getSnapshot()
    .map(({ text, why }) => [text, why]);

/** Has the next edit refused, and nothing after it. */
function refuse(board: LiveBoard, text: string): void {
  server.nackWith = 'schema';
  add(board, text);
  network.latest.deliverToServer();
  server.nackWith = null;
}

test('a refused edit becomes a rejected item, and the next one is saved from a fresh document', async () => {
  const first = await opened();
  add(first, 'Taken');
  await settle();
  refuse(first, 'Refused');
  await settle();
  expect(told).toEqual(['schema']);
  expect(shown.at(-2)).toBeNull();
  expect(current().doc).not.toBe(first.doc);
  expect(inRejected()).toEqual([['Refused', 'schema']]);
  add(current(), 'After');
  await settle();
  expect(current().client.saved.getSnapshot()).toEqual({ kind: 'saved' });
  expect(onServer().sort()).toEqual(['After', 'Taken']);
});

test('a refused link is kept over a reload, with what its ends are called, and a refused move is named', async () => {
  const first = await opened();
  const added = addFactors(first.doc, { texts: ['A', 'B'] }, actor);
  await settle();
  const [from = '', to = ''] = added.ok ? added.value : [];
  server.nackWith = 'role';
  addInfluence(first.doc, { from, to, polarity: '-' }, actor);
  moveFactors(first.doc, { ids: [from], row: 'interfering', column: null });
  network.latest.deliverToServer();
  server.nackWith = null;
  await settle();
  expect(told).toEqual(['role']);
  close();
  await opened();
  const names = ['A', 'B'].toSorted();
  const items = current().rejected.getSnapshot();
  expect(items.map(({ root, key, why }) => [root, key, why])).toEqual([
    ['influences', undefined, 'role'],
    ['factors', 'cell', 'role'],
  ]);
  expect(items[0]?.about?.map(({ words }) => words).toSorted()).toEqual(names);
  expect(readSnapshot(server.doc).influences).toEqual([]);
});

test('a crash in the middle loses nothing: the next start empties the copy and lists what was rejected', async () => {
  const first = await opened();
  let crash: () => void = () => undefined;
  onNothingShown = () => {
    const [words, copy] = [new Map(store.values), new Map(copies)];
    crash = () => {
      store.values.clear();
      for (const [key, value] of words) store.values.set(key, value);
      copies = copy;
    };
  };
  refuse(first, 'Refused');
  network.latest.deliverToClient();
  close();
  await settle();
  crash();
  expect(copies.get('copy')).toBeDefined();
  await opened();
  expect(inRejected()).toEqual([['Refused', 'schema']]);
  expect(onServer()).toEqual([]);
});

test('a server that refuses an empty document is not asked for ever', async () => {
  const first = await opened();
  server.nackWith = 'schema';
  add(first, 'Refused');
  await settle();
  expect(told).toEqual(['schema']);
  expect(current().client.saved.getSnapshot().kind).toBe('refused');
  expect(inRejected()).toEqual([['Refused', 'schema']]);
});

test('a renewed board is opened afresh; words that had not been sent are among the rejected', async () => {
  const first = await opened();
  add(first, 'Secret');
  await settle();
  network.latest.cut();
  add(first, 'Mine');
  server.doc = renewBoard(server.doc, new Set(readSnapshot(server.doc).factors.map(({ id }) => id)));
  first.client.reconnectNow();
  network.latest.open();
  network.latest.close(4409);
  network.latest.deliverToClient();
  await settle();
  expect(told).toEqual(['renewed']);
  expect(inRejected()).toEqual([['Mine', 'renewed']]);
  expect(onServer()).toEqual(['[redacted]']);
  expect(JSON.stringify([...store.values])).not.toContain('Secret');
});

test('a person who is removed keeps what was not sent, and the board is not opened again', async () => {
  const first = await opened();
  server.acks = false;
  add(first, 'Mine');
  network.latest.close(4403);
  network.latest.deliverToClient();
  await settle();
  expect(inRejected()).toEqual([['Mine', 'removed']]);
  expect(shown).toEqual([first]);
});

test('another role holds at once, in the same document', async () => {
  const first = await opened();
  network.latest.send(encodeRole('observer'));
  await settle();
  expect(current()).toMatchObject({ role: 'observer', canEdit: false });
  expect(current().doc).toBe(first.doc);
  expect(told).toEqual(['observer']);
});

test('another name and unit hold at once, for what is written from then on', async () => {
  const first = await opened();
  const { role } = first;
  who = { name: 'Dana', unit: 'fp' };
  network.latest.send(encodeRole(role));
  await settle();
  expect(current()).toMatchObject({ role, me: who, actor: { unit: 'fp' } });
  expect(current().doc).toBe(first.doc);
  expect(current().client.awareness.getLocalState()).toMatchObject(who);
  network.latest.send(encodeRole(role));
  await settle();
  expect(told).toEqual(['Dana fp']);
});

test('the session is read anew when the server writes it, and is the same object until then', async () => {
  const { doc } = await opened();
  const reader = sessionReader(doc);
  const before = reader.getSnapshot();
  expect(reader.getSnapshot()).toBe(before);
  writeSession(server.doc, { paused: true });
  server.askForMissing();
  applyUpdate(doc, encodeStateAsUpdate(server.doc));
  expect(reader.getSnapshot().paused).toBe(true);
});
