import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { Refusal } from '../saved/saved.ts';
import { saved, Stage, write } from '../testing/stage.ts';
import { CLOSE_REASONS } from '../wire/close-codes.ts';
import { FRAME_LIMITS } from '../wire/limits.ts';
import { PROTOCOL_VERSION } from '../wire/messages.ts';

const stage = new Stage();

describe('connecting', () => {
  test('[CLIENT1] the address is /sync/<board>, the token travels as a subprotocol only', () => {
    stage.open();
    expect(stage.network.latest.url).toBe('ws://board.test/sync/b%201');
    expect(stage.network.latest.protocols).toEqual(['coherence.v1', 'token.secret']);
  });

  test('[CLIENT1] a full path replaces the usual one', () => {
    stage.open({ path: '/sync/b1/mine' });
    expect(stage.network.latest.url).toBe('ws://board.test/sync/b1/mine');
  });

  test('[HELLO1] hello is the first frame and names the generation of the document', () => {
    stage.opened({ generation: 7 });
    expect(stage.server.sessions[0]?.received[0]).toEqual({
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      generation: 7,
      limits: null,
    });
  });

  test('[HELLO1] a document that began empty belongs to the generation it was filled from, at every later hello', () => {
    const client = stage.opened();
    stage.network.latest.cut();
    client.reconnectNow();
    stage.network.settle();
    const hellos = stage.server.sessions.flatMap(({ received }) => received.slice(0, 1));
    expect(hellos).toMatchObject([{ type: 'hello', generation: 1 }]);
  });

  test('[HELLO2] the server tells generation, limits and role', () => {
    const client = stage.opened();
    expect(client.hello.getSnapshot()).toMatchObject({ protocol: PROTOCOL_VERSION, generation: 1 });
    expect(client.role.getSnapshot()).toBe('participant');
    expect(client.connection.getSnapshot()).toBe('open');
    expect(client.synced.getSnapshot()).toBe(true);
  });

  test('[CLIENT2] what the server has arrives', () => {
    stage.server.doc.getMap('factors').set('theirs', 1);
    expect(stage.opened().doc.getMap('factors').toJSON()).toEqual({ theirs: 1 });
  });

  test('[WIRE5] a board larger than what a client may send arrives whole', () => {
    stage.server.doc.getMap('factors').set('large', new Uint8Array(FRAME_LIMITS.maxSyncStep2 + 1));
    const client = stage.opened();
    expect(client.doc.getMap<Uint8Array>('factors').get('large')?.length).toBe(FRAME_LIMITS.maxSyncStep2 + 1);
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[CLIENT6] a message of a newer server is ignored', () => {
    const client = stage.opened();
    stage.network.latest.send(Uint8Array.of(102, 77));
    stage.network.settle();
    write(client, 'a');
    stage.network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
  });
});

describe('reconnecting', () => {
  test('[CLIENT4] comes back within 2.5 s of the server, however long it was away', () => {
    const client = stage.opened();
    stage.network.accepts = false;
    stage.network.latest.close(CLOSE_REASONS.restart.code);
    stage.network.settle();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      vi.advanceTimersByTime(2500);
      stage.network.latest.cut();
    }
    stage.network.accepts = true;
    vi.advanceTimersByTime(2500);
    stage.network.settle();
    expect(client.connection.getSnapshot()).toBe('open');
    expect(saved(client).kind).toBe('saved');
  });

  test('[CLIENT4] gives up an attempt that hangs', () => {
    stage.network.accepts = false;
    const client = stage.open();
    vi.advanceTimersByTime(8000);
    expect(saved(client).kind).toBe('offline');
    stage.network.accepts = true;
    vi.advanceTimersByTime(2500);
    stage.network.settle();
    expect(client.connection.getSnapshot()).toBe('open');
  });

  test.each(Object.entries(CLOSE_REASONS).filter(([, { retry }]) => !retry))(
    '[CLOSE3] stops for good at %s and says why',
    (reason, { code }) => {
      const client = stage.opened();
      const refusals: Refusal[] = [];
      client.on('refused', (refusal) => refusals.push(refusal));
      stage.network.latest.close(code);
      stage.network.settle();
      vi.advanceTimersByTime(60_000);
      expect(stage.network.connections).toHaveLength(1);
      expect(refusals).toEqual([{ by: 'connection', code, reason }]);
      expect(client.connection.getSnapshot()).toBe('ended');
    },
  );

  test('[CLOSE3] a new token opens a board that was refused', () => {
    const client = stage.opened();
    stage.network.latest.close(CLOSE_REASONS['no-token'].code);
    stage.network.settle();
    client.reconnectNow('better');
    stage.network.settle();
    expect(stage.network.latest.protocols).toContain('token.better');
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[CLIENT4] a new token replaces a working connection', () => {
    const client = stage.opened();
    client.reconnectNow('better');
    stage.network.settle();
    expect(stage.network.connections.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    expect(stage.network.latest.protocols).toContain('token.better');
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[CLIENT4] asked to connect now, it does not wait for an attempt that hangs', () => {
    stage.network.accepts = false;
    const client = stage.open();
    stage.network.accepts = true;
    client.reconnectNow();
    expect(stage.network.connections.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  test('[CLIENT5] after destroy nothing is sent, connected or left running', () => {
    const client = stage.opened();
    client.destroy();
    write(client, 'a');
    client.reconnectNow();
    stage.network.settle();
    vi.advanceTimersByTime(5000);
    expect(stage.network.connections).toHaveLength(1);
    expect(stage.stored()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('events', () => {
  test('[CLIENT3] an event tells a change, each once', () => {
    const client = stage.open();
    const told: unknown[] = [];
    for (const name of ['connection', 'status', 'role', 'synced'] as const) {
      client.on(name, (value) => told.push(value));
    }
    stage.network.settle();
    stage.server.announce('ok');
    stage.server.announce('degraded');
    stage.server.announce('degraded');
    stage.network.settle();
    expect(told).toEqual(['open', 'participant', true, 'degraded']);
  });

  test('[CLIENT5] destroying is silent and leaves no listener on the document', () => {
    const doc = new Y.Doc();
    const client = stage.opened({ doc });
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

test('[CLIENT5] a client leaves no listener on the process', () => {
  const before = process.listenerCount('exit');
  stage.open();
  expect(process.listenerCount('exit')).toBe(before);
});

describe('timers', () => {
  test('[CLIENT5] destroyed while connecting, it leaves no timer either', () => {
    stage.network.accepts = false;
    stage.open().destroy();
    vi.advanceTimersByTime(5000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('[CLIENT4] the time for an attempt is over once it has succeeded', () => {
    const client = stage.opened();
    vi.advanceTimersByTime(20_000);
    expect(client.connection.getSnapshot()).toBe('open');
    expect(stage.network.connections).toHaveLength(1);
  });
});

test('[CLIENT7] tabs of one browser do not exchange edits past the server', () => {
  stage.network.accepts = false;
  const [first, second] = [stage.open(), stage.open()];
  write(first, 'a');
  expect(second.doc.getMap('factors').toJSON()).toEqual({});
});
