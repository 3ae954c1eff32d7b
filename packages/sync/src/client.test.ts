import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { CLOSE_REASONS } from './close-codes.ts';
import { openBoardClient, type BoardClient, type BoardClientOptions } from './client.ts';
import { encodeAwareness } from './messages/awareness.ts';
import { PretendBoardServer } from './testing/pretend-board-server.ts';
import { PretendNetwork } from './testing/pretend-network.ts';
import type { Refusal, SavedState } from './saved.ts';

let network: PretendNetwork;
let server: PretendBoardServer;
let clients: BoardClient[];

beforeEach(() => {
  vi.useFakeTimers({ now: 1000 });
  network = new PretendNetwork();
  server = new PretendBoardServer();
  clients = [];
  network.onConnection = (connection) => {
    const { receive, left } = server.accept(connection);
    connection.onFrame = receive;
    connection.onClose = left;
  };
});

afterEach(() => {
  for (const client of clients) {
    client.destroy();
    client.doc.destroy();
  }
  vi.useRealTimers();
});

function open(options: Partial<BoardClientOptions> = {}): BoardClient {
  const client = openBoardClient({
    url: 'http://board.test/',
    boardId: 'b 1',
    token: 'secret',
    doc: new Y.Doc(),
    socket: network.Socket,
    ...options,
  });
  clients.push(client);
  return client;
}

function opened(options?: Partial<BoardClientOptions>): BoardClient {
  const client = open(options);
  network.settle();
  return client;
}

const write = (client: BoardClient, key: string) => client.doc.getMap('factors').set(key, 1);
const stored = () => Object.keys(server.doc.getMap('factors').toJSON()).sort();
const saved = (client: BoardClient) => client.saved.getSnapshot();
const kinds = (client: BoardClient) => {
  const seen: SavedState['kind'][] = [];
  client.on('saved', ({ kind }) => seen.push(kind));
  return seen;
};

describe('connecting', () => {
  test('[CLIENT1] the address is /sync/<board>, the token travels as a subprotocol only', () => {
    open();
    expect(network.latest.url).toBe('ws://board.test/sync/b%201');
    expect(network.latest.protocols).toEqual(['coherence.v1', 'token.secret']);
  });

  test('[CLIENT1] a full path replaces the usual one', () => {
    open({ path: '/sync/b1/mine' });
    expect(network.latest.url).toBe('ws://board.test/sync/b1/mine');
  });

  test('[HELLO1] hello is the first frame and names the generation of the document', () => {
    opened({ generation: 7 });
    expect(server.sessions[0]?.received[0]).toEqual({
      type: 'hello',
      protocol: 1,
      generation: 7,
      limits: null,
    });
  });

  test('[HELLO2] the server tells generation, limits and role', () => {
    const client = opened();
    expect(client.hello.getSnapshot()).toMatchObject({ protocol: 1, generation: 1 });
    expect(client.role.getSnapshot()).toBe('participant');
    expect(client.connection.getSnapshot()).toBe('open');
    expect(client.synced.getSnapshot()).toBe(true);
  });

  test('[CLIENT2] what the server has arrives', () => {
    server.doc.getMap('factors').set('theirs', 1);
    expect(opened().doc.getMap('factors').toJSON()).toEqual({ theirs: 1 });
  });

  test('[CLIENT6] a message of a newer server is ignored', () => {
    const client = opened();
    network.latest.send(Uint8Array.of(102, 77));
    network.settle();
    write(client, 'a');
    network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
  });
});

describe('saved', () => {
  test('[SAVED1] connecting, saving, saved', () => {
    const client = open();
    const seen = kinds(client);
    expect(saved(client).kind).toBe('connecting');
    network.settle();
    expect(seen).toEqual(['saving', 'saved']);
  });

  test('[SAVED1] an edit is saving until its own ack', () => {
    const client = opened();
    server.acks = false;
    write(client, 'a');
    expect(saved(client)).toEqual({ kind: 'saving', since: 1000, edits: 1 });
    network.settle();
    expect(saved(client).kind).toBe('saving');
    server.ackAll();
    network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[SAVED2] a deletion counts, though it moves no state vector', () => {
    const client = opened();
    write(client, 'a');
    network.settle();
    const before = Y.encodeStateVector(client.doc);
    server.acks = false;
    client.doc.getMap('factors').delete('a');
    expect(Y.encodeStateVector(client.doc)).toEqual(before);
    expect(saved(client)).toMatchObject({ kind: 'saving', edits: 1 });
    network.settle();
    server.ackAll();
    network.settle();
    expect(saved(client).kind).toBe('saved');
    expect(stored()).toEqual([]);
  });

  test('[SAVED3] edits made offline are counted, travel in one sync-step-2 and are then saved', () => {
    const client = opened();
    network.latest.cut();
    write(client, 'a');
    write(client, 'b');
    expect(saved(client)).toEqual({ kind: 'offline', since: 1000, edits: 2 });
    expect(client.offlineEdits).toBe(2);
    server.acks = false;
    client.reconnectNow();
    network.settle();
    expect(saved(client)).toMatchObject({ kind: 'saving', edits: 2 });
    server.ackAll();
    network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
    expect(client.offlineEdits).toBe(0);
    expect(stored()).toEqual(['a', 'b']);
    expect(server.sessions[0]?.received.filter(({ type }) => type === 'update')).toEqual([]);
  });

  test('[SAVED3] an edit whose ack was lost is unsaved again, and stored once', () => {
    const client = opened();
    server.acks = false;
    write(client, 'a');
    network.latest.deliverToServer();
    network.latest.cut();
    expect(saved(client)).toMatchObject({ kind: 'offline', edits: 1 });
    server.acks = true;
    client.reconnectNow();
    network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
    expect(stored()).toEqual(['a']);
  });

  test('[SAVED3] what others wrote is not counted as an edit of this tab', () => {
    const [mine, theirs] = [opened(), opened()];
    network.connections[0]?.cut();
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc));
    write(theirs, 'a');
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc));
    expect(mine.offlineEdits).toBe(0);
  });

  test('[SAVED6] a server that cannot store says so', () => {
    const client = opened();
    server.acks = false;
    server.announce('degraded');
    write(client, 'a');
    network.settle();
    expect(saved(client)).toEqual({ kind: 'not-saved', why: 'cannot-store', edits: 1 });
    expect(client.status.getSnapshot()).toBe('degraded');
    server.announce('ok');
    server.ackAll();
    network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[SAVED6] what an earlier connection said about storing is forgotten', () => {
    const client = opened();
    server.announce('degraded');
    network.settle();
    network.latest.cut();
    client.reconnectNow();
    network.settle();
    expect(client.status.getSnapshot()).toBe('ok');
  });

  test('[SAVED5] a held edit waits, whatever else is acknowledged, until the server has asked for it', () => {
    const client = opened();
    server.nackWith = 'paused';
    write(client, 'a');
    network.settle();
    expect(saved(client)).toEqual({ kind: 'not-saved', why: 'paused', edits: 1 });
    server.nackWith = null;
    write(client, 'b');
    network.settle();
    expect(saved(client)).toMatchObject({ kind: 'not-saved', why: 'paused' });
    server.askForMissing();
    network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
    expect(stored()).toEqual(['a', 'b']);
  });

  test('[SAVED7] a refused edit is told once and stays refused', () => {
    const client = opened();
    const refusals: Refusal[] = [];
    client.on('refused', (refusal) => refusals.push(refusal));
    server.nackWith = 'schema';
    write(client, 'a');
    network.settle();
    server.nackWith = null;
    write(client, 'b');
    network.settle();
    expect(refusals).toEqual([{ by: 'edit', n: 2, code: 'schema', reason: 'refused by the test' }]);
    expect(saved(client).kind).toBe('refused');
  });

  test('[CLIENT3] the snapshot keeps its identity while nothing changes, and a listener can stop', () => {
    const client = opened();
    const before = saved(client);
    const listener = vi.fn<() => void>();
    const stop = client.saved.subscribe(listener);
    server.announce('ok');
    network.settle();
    expect(saved(client)).toBe(before);
    expect(listener).not.toHaveBeenCalled();
    stop();
    write(client, 'a');
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('reconnecting', () => {
  test('[CLIENT4] comes back within 2.5 s of the server, however long it was away', () => {
    const client = opened();
    network.accepts = false;
    network.latest.close(CLOSE_REASONS.restart.code);
    network.settle();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      vi.advanceTimersByTime(2500);
      network.latest.cut();
    }
    network.accepts = true;
    vi.advanceTimersByTime(2500);
    network.settle();
    expect(client.connection.getSnapshot()).toBe('open');
    expect(saved(client).kind).toBe('saved');
  });

  test('[CLIENT4] gives up an attempt that hangs', () => {
    network.accepts = false;
    const client = open();
    vi.advanceTimersByTime(8000);
    expect(saved(client).kind).toBe('offline');
    network.accepts = true;
    vi.advanceTimersByTime(2500);
    network.settle();
    expect(client.connection.getSnapshot()).toBe('open');
  });

  test.each(Object.entries(CLOSE_REASONS).filter(([, { retry }]) => !retry))(
    '[CLOSE3] stops for good at %s and says why',
    (reason, { code }) => {
      const client = opened();
      const refusals: Refusal[] = [];
      client.on('refused', (refusal) => refusals.push(refusal));
      network.latest.close(code);
      network.settle();
      vi.advanceTimersByTime(60_000);
      expect(network.connections).toHaveLength(1);
      expect(refusals).toEqual([{ by: 'connection', code, reason }]);
      expect(client.connection.getSnapshot()).toBe('ended');
    },
  );

  test('[CLOSE3] a new token opens a board that was refused', () => {
    const client = opened();
    network.latest.close(CLOSE_REASONS['no-token'].code);
    network.settle();
    client.reconnectNow('better');
    network.settle();
    expect(network.latest.protocols).toContain('token.better');
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[CLIENT4] a new token replaces a working connection', () => {
    const client = opened();
    client.reconnectNow('better');
    network.settle();
    expect(network.connections.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    expect(network.latest.protocols).toContain('token.better');
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[CLIENT4] asked to connect now, it does not wait for an attempt that hangs', () => {
    network.accepts = false;
    const client = open();
    network.accepts = true;
    client.reconnectNow();
    expect(network.connections.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  test('[CLIENT5] after destroy nothing is sent, connected or left running', () => {
    const client = opened();
    client.destroy();
    write(client, 'a');
    client.reconnectNow();
    network.settle();
    vi.advanceTimersByTime(5000);
    expect(network.connections).toHaveLength(1);
    expect(stored()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('events', () => {
  test('[CLIENT3] an event tells a change, each once', () => {
    const client = open();
    const told: unknown[] = [];
    for (const name of ['connection', 'status', 'role', 'synced'] as const) {
      client.on(name, (value) => told.push(value));
    }
    network.settle();
    server.announce('ok');
    server.announce('degraded');
    server.announce('degraded');
    network.settle();
    expect(told).toEqual(['open', 'participant', true, 'degraded']);
  });

  test('[CLIENT5] destroying is silent and leaves no listener on the document', () => {
    const doc = new Y.Doc();
    const client = opened({ doc });
    const listener = vi.fn<() => void>();
    client.on('saved', listener);
    client.on('connection', listener);
    client.connection.subscribe(listener);
    client.destroy();
    client.destroy();
    expect(listener).not.toHaveBeenCalled();
    expect(doc._observers.get('update')?.size ?? 0).toBe(0);
  });
});

describe('timers', () => {
  test('[CLIENT5] destroyed while connecting, it leaves no timer either', () => {
    network.accepts = false;
    open().destroy();
    vi.advanceTimersByTime(5000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('[CLIENT4] the time for an attempt is over once it has succeeded', () => {
    const client = opened();
    vi.advanceTimersByTime(20_000);
    expect(client.connection.getSnapshot()).toBe('open');
    expect(network.connections).toHaveLength(1);
  });
});

describe('the page', () => {
  let page: EventTarget;

  beforeEach(() => {
    page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  });

  afterEach(() => void vi.unstubAllGlobals());

  test('[CLIENT4] connects at once when the device reports a network', () => {
    const client = opened();
    network.latest.cut();
    page.dispatchEvent(new Event('online'));
    network.settle();
    expect(client.connection.getSnapshot()).toBe('open');
    expect(network.connections).toHaveLength(2);
  });

  test('[CLIENT4] a report of a network leaves a working connection alone', () => {
    opened();
    page.dispatchEvent(new Event('online'));
    expect(network.connections).toHaveLength(1);
  });

  test('[PRES3] a page that is left says so, and is there again when it comes back', () => {
    const leaving = opened();
    vi.unstubAllGlobals();
    const watching = opened();
    leaving.awareness.setLocalState({ name: 'Dana' });
    network.settle();
    expect(watching.awareness.getStates().get(leaving.doc.clientID)).toEqual({ name: 'Dana' });
    page.dispatchEvent(new Event('pagehide'));
    network.settle();
    expect(watching.awareness.getStates().has(leaving.doc.clientID)).toBe(false);
    page.dispatchEvent(new Event('pageshow'));
    network.settle();
    expect(watching.awareness.getStates().get(leaving.doc.clientID)).toEqual({ name: 'Dana' });
  });

  test('[CLIENT4] a page that comes back connects at once', () => {
    opened();
    page.dispatchEvent(new Event('pagehide'));
    network.latest.cut();
    page.dispatchEvent(new Event('pageshow'));
    expect(network.connections).toHaveLength(2);
  });

  test('[PRES3] coming back does not undo what was said meanwhile', () => {
    const client = opened();
    page.dispatchEvent(new Event('pagehide'));
    client.awareness.setLocalState({ name: 'Sam' });
    page.dispatchEvent(new Event('pageshow'));
    expect(client.awareness.getLocalState()).toEqual({ name: 'Sam' });
  });

  test('[CLIENT5] a destroyed client no longer listens to the page', () => {
    const signals: (AbortSignal | undefined)[] = [];
    vi.stubGlobal(
      'addEventListener',
      (_type: string, _listener: unknown, options?: AddEventListenerOptions) => signals.push(options?.signal),
    );
    const client = opened();
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, false, false]);
    client.destroy();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true]);
  });
});

test('[CLIENT7] tabs of one browser do not exchange edits past the server', () => {
  network.accepts = false;
  const [first, second] = [open(), open()];
  write(first, 'a');
  expect(second.doc.getMap('factors').toJSON()).toEqual({});
});

describe('presence', () => {
  const heard = (session: number) =>
    (server.sessions[session]?.received ?? []).flatMap((message) =>
      message.type === 'awareness' ? message.entries : [],
    );

  test('[PRES1] a client speaks of its own tab only', () => {
    const [first, second] = [opened(), opened()];
    first.awareness.setLocalState({ name: 'Dana' });
    second.awareness.setLocalState({ name: 'Sam' });
    network.settle();
    expect(second.awareness.getStates().get(first.doc.clientID)).toEqual({ name: 'Dana' });
    expect(new Set(heard(0).map(({ clientId }) => clientId))).toEqual(new Set([first.doc.clientID]));
    expect(new Set(heard(1).map(({ clientId }) => clientId))).toEqual(new Set([second.doc.clientID]));
  });

  test('[PRES2] one frame of presence opens a connection, whatever was set while it was opening', () => {
    const client = open();
    client.awareness.setLocalState({ name: 'Dana' });
    network.settle();
    expect(heard(0).map(({ clientId }) => clientId)).toEqual([client.doc.clientID]);
  });

  test('[PRES1] what others or the server say is not answered', () => {
    const [first, second] = [opened(), opened()];
    const before = heard(0).length;
    second.awareness.setLocalState({ name: 'Sam' });
    const stamped = {
      clientId: first.doc.clientID,
      clock: 99,
      stateBytes: new TextEncoder().encode('{"name":"Dana"}'),
    };
    network.connections[0]?.send(encodeAwareness([stamped]));
    network.settle();
    expect(first.awareness.getLocalState()).toEqual({ name: 'Dana' });
    expect(first.awareness.getStates().get(second.doc.clientID)).toEqual({ name: 'Sam' });
    expect(heard(0)).toHaveLength(before);
  });

  test('[PRES2] the clock grows with every connection, so that peers believe the state again', () => {
    const client = opened();
    client.awareness.setLocalState({ name: 'Dana' });
    network.settle();
    const before = Math.max(...heard(0).map(({ clock }) => clock));
    expect(heard(0)[0]?.clock).toBeGreaterThan(0);
    network.latest.cut();
    client.reconnectNow();
    network.settle();
    expect(heard(0)[0]?.clock).toBeGreaterThan(before);
  });

  test('[PRES1] a tab declared gone by mistake says that it is still there', () => {
    const client = opened();
    client.awareness.setLocalState({ name: 'Dana' });
    network.settle();
    const [last] = heard(0).slice(-1);
    expect(last).toBeDefined();
    if (last === undefined) return;
    const gone = { ...last, stateBytes: new TextEncoder().encode('null') };
    network.latest.send(encodeAwareness([gone]));
    network.settle();
    expect(heard(0).at(-1)).toEqual({ ...last, clock: last.clock + 1 });
  });
});
