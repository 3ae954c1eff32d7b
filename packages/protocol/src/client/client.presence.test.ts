import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Stage } from '../testing/stage.ts';
import { encodeAwareness } from '../wire/messages/awareness.ts';

const stage = new Stage();

describe('presence', () => {
  const heard = (session: number) =>
    (stage.server.sessions[session]?.received ?? []).flatMap((message) =>
      message.type === 'awareness' ? message.entries : [],
    );

  test('[PRES1] a client speaks of its own tab only', () => {
    const [first, second] = [stage.opened(), stage.opened()];
    first.awareness.setLocalState({ name: 'Dana' });
    second.awareness.setLocalState({ name: 'Sam' });
    stage.network.settle();
    expect(second.awareness.getStates().get(first.doc.clientID)).toEqual({ name: 'Dana' });
    expect(new Set(heard(0).map(({ clientId }) => clientId))).toEqual(new Set([first.doc.clientID]));
    expect(new Set(heard(1).map(({ clientId }) => clientId))).toEqual(new Set([second.doc.clientID]));
  });

  test('[PRES2] one frame of presence opens a connection, whatever was set while it was opening', () => {
    const client = stage.open();
    client.awareness.setLocalState({ name: 'Dana' });
    stage.network.settle();
    expect(heard(0).map(({ clientId }) => clientId)).toEqual([client.doc.clientID]);
  });

  test('[PRES1] what others or the server say is not answered', () => {
    const [first, second] = [stage.opened(), stage.opened()];
    const before = heard(0).length;
    second.awareness.setLocalState({ name: 'Sam' });
    const stamped = {
      clientId: first.doc.clientID,
      clock: 99,
      stateBytes: new TextEncoder().encode('{"name":"Dana"}'),
    };
    stage.network.connections[0]?.send(encodeAwareness([stamped]));
    stage.network.settle();
    expect(first.awareness.getLocalState()).toEqual({ name: 'Dana' });
    expect(first.awareness.getStates().get(second.doc.clientID)).toEqual({ name: 'Sam' });
    expect(heard(0)).toHaveLength(before);
  });

  test('[PRES2] the clock grows with every connection, so that peers believe the state again', () => {
    const client = stage.opened();
    client.awareness.setLocalState({ name: 'Dana' });
    stage.network.settle();
    const before = Math.max(...heard(0).map(({ clock }) => clock));
    expect(heard(0)[0]?.clock).toBeGreaterThan(0);
    stage.network.latest.cut();
    client.reconnectNow();
    stage.network.settle();
    expect(heard(0)[0]?.clock).toBeGreaterThan(before);
  });

  test('[PRES1] a tab declared gone by mistake says that it is still there', () => {
    const client = stage.opened();
    client.awareness.setLocalState({ name: 'Dana' });
    stage.network.settle();
    const [last] = heard(0).slice(-1);
    expect(last).toBeDefined();
    if (last === undefined) return;
    const gone = { ...last, stateBytes: new TextEncoder().encode('null') };
    stage.network.latest.send(encodeAwareness([gone]));
    stage.network.settle();
    expect(heard(0).at(-1)).toEqual({ ...last, clock: last.clock + 1 });
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
    const client = stage.opened();
    stage.network.latest.cut();
    page.dispatchEvent(new Event('online'));
    stage.network.settle();
    expect(client.connection.getSnapshot()).toBe('open');
    expect(stage.network.connections).toHaveLength(2);
  });

  test('[CLIENT4] a report of a network leaves a working connection alone', () => {
    stage.opened();
    page.dispatchEvent(new Event('online'));
    expect(stage.network.connections).toHaveLength(1);
  });

  test('[CLIENT4] is offline at once when the device reports that its network is lost', () => {
    const client = stage.opened();
    stage.network.accepts = false;
    page.dispatchEvent(new Event('offline'));
    expect(client.saved.getSnapshot()).toMatchObject({ kind: 'offline', edits: 0 });
    client.doc.getMap('factors').set('a', 1);
    expect(client.saved.getSnapshot()).toMatchObject({ kind: 'offline', edits: 1 });
    stage.network.accepts = true;
    page.dispatchEvent(new Event('online'));
    stage.network.settle();
    expect(client.saved.getSnapshot()).toEqual({ kind: 'saved' });
  });

  test('[CLIENT4] a false report of a lost network heals within a second', () => {
    const client = stage.opened();
    page.dispatchEvent(new Event('offline'));
    vi.advanceTimersByTime(1000);
    stage.network.settle();
    expect(client.saved.getSnapshot()).toEqual({ kind: 'saved' });
    expect(stage.network.connections).toHaveLength(2);
  });

  test('[CLIENT4] a report of a lost network leaves an attempt under way alone', () => {
    stage.open();
    page.dispatchEvent(new Event('offline'));
    stage.network.settle();
    expect(stage.network.connections).toHaveLength(1);
  });

  test('[PRES3] a page that is left says so, and is there again when it comes back', () => {
    const leaving = stage.opened();
    vi.unstubAllGlobals();
    const watching = stage.opened();
    leaving.awareness.setLocalState({ name: 'Dana' });
    stage.network.settle();
    expect(watching.awareness.getStates().get(leaving.doc.clientID)).toEqual({ name: 'Dana' });
    page.dispatchEvent(new Event('pagehide'));
    stage.network.settle();
    expect(watching.awareness.getStates().has(leaving.doc.clientID)).toBe(false);
    page.dispatchEvent(new Event('pageshow'));
    stage.network.settle();
    expect(watching.awareness.getStates().get(leaving.doc.clientID)).toEqual({ name: 'Dana' });
  });

  test('[CLIENT4] a page that comes back connects at once', () => {
    stage.opened();
    page.dispatchEvent(new Event('pagehide'));
    stage.network.latest.cut();
    page.dispatchEvent(new Event('pageshow'));
    expect(stage.network.connections).toHaveLength(2);
  });

  test('[PRES3] coming back does not undo what was said meanwhile', () => {
    const client = stage.opened();
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
    const client = stage.opened();
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, false, false, false]);
    client.destroy();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true, true]);
  });
});
