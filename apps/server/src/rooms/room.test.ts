import { encodeSyncStep2, encodeUpdateFrame } from '@coherence/sync';
import { describe, expect, it } from 'vitest';
import { writeSession } from '@coherence/board';
import * as Y from 'yjs';
import { fingerprint, key, message, openHarness, openRegistry, Tab } from './room-harness.ts';
import { EVICT_IDLE_MS, LAG_CLOSE_MS, LAG_HIGH_BYTES, STALL_MS } from './room-limits.ts';

describe('a room saves before it shows', () => {
  it('stores all edits of one tick as one row and acknowledges each', async () => {
    const { clock, room, tab, storedDoc } = await openHarness();
    const [dana, omar] = [tab('dana'), tab('omar')];
    await clock.advance(50);
    const before = room.seq;
    dana.set('a', 1);
    dana.set('b', 2);
    omar.set('c', 3);
    await clock.advance(50);
    expect(room.seq).toBe(before + 1);
    expect([dana.acked, omar.acked]).toEqual([dana.counted, omar.counted]);
    expect(omar.get('b')).toBe(2);
    expect(dana.get('c')).toBe(3);
    expect(storedDoc().getMap('factors').toJSON()).toEqual({ first: 'there', a: 1, b: 2, c: 3 });
  });

  it('shows and acknowledges nothing while the commit is under way, not even to a newcomer', async () => {
    const { clock, faults, tab } = await openHarness();
    const [dana, omar] = [tab('dana'), tab('omar')];
    await clock.advance(50);
    const acked = dana.acked;
    const release = faults.stall();
    dana.set('a', 1);
    await clock.advance(STALL_MS - 100);
    const late = tab('late');
    await clock.advance(50);
    expect(late.synced).toBe(true);
    expect([omar.get('a'), late.get('a'), dana.acked]).toEqual([undefined, undefined, acked]);
    await clock.advance(STALL_MS);
    expect(dana.peer.of('status').at(-1)?.status).toBe('degraded');
    release();
    await clock.advance(50);
    expect([omar.get('a'), late.get('a'), dana.acked]).toEqual([1, 1, dana.counted]);
    expect(dana.peer.of('status').at(-1)?.status).toBe('ok');
  });

  it('says "not saved" when the disk is full, and one row makes it good', async () => {
    const { clock, faults, room, tab, storedDoc } = await openHarness();
    const [dana, omar] = [tab('dana'), tab('omar')];
    await clock.advance(50);
    const [seq, acked] = [room.seq, dana.acked];
    faults.appendError = 'full';
    for (const value of [1, 2, 3]) {
      dana.set('a', value);
      await clock.advance(1_000);
    }
    expect([dana.acked, omar.get('a'), room.seq]).toEqual([acked, undefined, seq]);
    expect(dana.peer.of('status').at(-1)?.status).toBe('degraded');
    faults.appendError = null;
    await clock.advance(6_000);
    expect([dana.acked, omar.get('a')]).toEqual([dana.counted, 3]);
    expect(dana.peer.of('status').at(-1)?.status).toBe('ok');
    expect(fingerprint(storedDoc())).toBe(fingerprint(dana.doc));
    expect(room.seq).toBe(seq + 2);
  });

  it('shows nothing unsaved to somebody who comes back while the disk is full', async () => {
    const { clock, faults, tab } = await openHarness();
    const [dana, omar] = [tab('dana'), tab('omar')];
    await clock.advance(50);
    omar.leave();
    faults.appendError = 'full';
    dana.set('a', 1);
    await clock.advance(3_000);
    const back = new Tab(dana.room, clock, 'omar');
    Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(omar.doc), back);
    back.join();
    await clock.advance(50);
    expect([back.synced, back.get('first'), back.get('a')]).toEqual([true, 'there', undefined]);
    faults.appendError = null;
    await clock.advance(6_000);
    expect(back.get('a')).toBe(1);
  });

  it('stops reading from whoever fills the inbox of a room that cannot save', async () => {
    const { clock, faults, tab } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    faults.appendError = 'full';
    dana.set('a', 1);
    await clock.advance(50);
    for (let index = 0; index < 30; index += 1) dana.set('big', 'x'.repeat(100_000));
    expect(dana.peer.paused).toBe(true);
    faults.appendError = null;
    await clock.advance(10_000);
    expect([dana.peer.paused, dana.acked]).toEqual([false, dana.counted]);
  });

  it('acknowledges deletions like any edit', async () => {
    const { clock, tab, storedDoc } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    dana.doc.getMap('factors').delete('first');
    await clock.advance(50);
    expect(dana.acked).toBe(dana.counted);
    expect(storedDoc().getMap('factors').has('first')).toBe(false);
  });

  it('acknowledges a repeated message without another row', async () => {
    const { clock, room, tab } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    dana.set('a', 1);
    await clock.advance(50);
    const { seq } = room;
    dana.sendUpdate(Y.encodeStateAsUpdate(dana.doc));
    await clock.advance(50);
    expect([room.seq, dana.acked]).toEqual([seq, dana.counted]);
  });

  it('stores its own edits like any other and resolves once they are on disk', async () => {
    const { clock, room, tab, storedDoc } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    const done = room.edit((doc) => doc.getMap('factors').set('server', 'wrote'));
    const refused = room.edit(() => {
      throw new Error('no such unit');
    });
    refused.catch(() => {});
    await clock.advance(50);
    expect(await done).toBe('wrote');
    await expect(refused).rejects.toThrow('no such unit');
    expect(dana.get('server')).toBe('wrote');
    expect(storedDoc().getMap('factors').get('server')).toBe('wrote');
  });
});

describe('what the server writes into a tick', () => {
  it('stands in the same row, under one client id for as long as the room lives', async () => {
    const { clock, room, tab } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    const { seq } = room;
    for (let index = 0; index < 5; index += 1) {
      dana.set(`f${index}`, new Y.Map([['in', 1]]));
      await clock.advance(50);
    }
    const numbers = [0, 1, 2, 3, 4].map((index) => (dana.get(`f${index}`) as Y.Map<unknown>).get('no'));
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
    expect(room.seq).toBe(seq + 5);
    const clients = await room.read((doc) => doc.store.clients.size);
    expect(clients).toBe(3);
  });
});

describe('a room refuses', () => {
  it('a corrupt update, with the document as it was and the rest of the tick applied', async () => {
    const { clock, tab, storedDoc } = await openHarness();
    const [dana, mallory] = [tab('dana'), tab('mallory')];
    await clock.advance(50);
    mallory.sendUpdate(Uint8Array.of(1, 1, 200, 3, 9));
    dana.set('a', 1);
    await clock.advance(50);
    expect(mallory.peer.of('nack')).toMatchObject([{ n: mallory.counted, code: 'malformed' }]);
    expect(storedDoc().getMap('factors').toJSON()).toEqual({ first: 'there', a: 1 });
  });

  it('an observer and a display: dropped, told, still connected, byte for byte as before', async () => {
    const { clock, memory, tab } = await openHarness();
    for (const role of ['observer', 'display'] as const) {
      const before = memory.stored(key);
      const watcher = tab(role, role);
      await clock.advance(50);
      watcher.set('forbidden', 1);
      watcher.room.receive(watcher.session, message(encodeSyncStep2(Y.encodeStateAsUpdate(watcher.doc))));
      await clock.advance(50);
      expect(watcher.peer.of('nack').map((one) => one.code)).toEqual(['role', 'role']);
      expect(watcher.peer.closedWith).toBeNull();
      expect(memory.stored(key)).toEqual(before);
    }
  });

  it('a stock observer with the notice stock clients know', async () => {
    const { clock, tab } = await openHarness();
    const watcher = tab('w', 'observer', false);
    await clock.advance(50);
    watcher.set('forbidden', 1);
    await clock.advance(50);
    expect(watcher.peer.of('permission-denied')).toHaveLength(1);
    expect(watcher.peer.of('nack')).toHaveLength(0);
    expect(watcher.peer.closedWith).toBeNull();
  });

  it('nothing of an observer who only sends back what everybody has', async () => {
    const { clock, tab } = await openHarness();
    const watcher = tab('w', 'observer');
    await clock.advance(50);
    watcher.room.receive(watcher.session, message(encodeSyncStep2(Y.encodeStateAsUpdate(watcher.doc))));
    watcher.counted += 1;
    await clock.advance(50);
    expect(watcher.peer.of('nack')).toEqual([]);
    expect(watcher.acked).toBe(watcher.counted);
  });

  it('what its rules refuse, closing a stock client that cannot take words back', async () => {
    const rules = {
      check: () => ({ ok: false, code: 'schema', reason: 'unknown root' }) as const,
      isPaused: () => false,
      complete() {},
    };
    const { clock, memory, tab } = await openHarness(rules);
    const before = memory.stored(key);
    const [ours, stock] = [tab('dana'), tab('omar', 'participant', false)];
    await clock.advance(50);
    ours.set('a', 1);
    stock.set('b', 1);
    await clock.advance(50);
    expect(ours.peer.of('nack')).toMatchObject([{ code: 'schema' }]);
    expect([ours.peer.closedWith, stock.peer.closedWith]).toEqual([null, 'not-allowed']);
    expect(memory.stored(key)).toEqual(before);
  });

  it('participants for now while editing is paused, and fetches their words afterwards', async () => {
    const { clock, room, tab, storedDoc } = await openHarness();
    const [dana, lead] = [tab('dana'), tab('lead', 'facilitator')];
    await clock.advance(50);
    void room.edit((doc) => writeSession(doc, { paused: true }));
    await clock.advance(50);
    dana.set('mine', 'kept');
    lead.set('lead', 'goes in');
    await clock.advance(50);
    expect(dana.peer.of('nack')).toMatchObject([{ code: 'paused' }]);
    expect(storedDoc().getMap('factors').toJSON()).toEqual({ first: 'there', lead: 'goes in' });
    void room.edit((doc) => writeSession(doc, { paused: false }));
    await clock.advance(50);
    expect(lead.get('mine')).toBe('kept');
    expect(dana.acked).toBe(dana.counted);
  });
});

describe('client ids', () => {
  /** What a forger would send to use up the next clocks of `victim`. */
  function forged(victim: Y.Doc, client = victim.clientID): Uint8Array {
    const twin = new Y.Doc();
    Y.applyUpdate(twin, Y.encodeStateAsUpdate(victim));
    twin.clientID = client;
    const before = Y.encodeStateVector(twin);
    twin.getMap('factors').set('forged', 'x'.repeat(50));
    return Y.encodeStateAsUpdate(twin, before);
  }

  it('belong to who wrote first under them, so nobody can swallow the next words of another', async () => {
    const { clock, tab, storedDoc } = await openHarness();
    const [dana, mallory] = [tab('dana'), tab('mallory')];
    await clock.advance(50);
    dana.set('a', 1);
    await clock.advance(50);
    mallory.sendUpdate(forged(dana.doc));
    await clock.advance(50);
    expect(mallory.peer.of('nack')).toMatchObject([{ code: 'client-id' }]);
    dana.set('b', 2);
    await clock.advance(50);
    expect(storedDoc().getMap('factors').toJSON()).toEqual({ first: 'there', a: 1, b: 2 });
    expect([mallory.get('b'), dana.acked]).toEqual([2, dana.counted]);
  });

  it('stay theirs after a restart, and those of the server stay its own', async () => {
    const { clock, faults, storage, tab } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    faults.appendError = 'full';
    dana.set('a', 1);
    await clock.advance(50);
    faults.appendError = null;
    await clock.advance(5_000);
    const [firstClient = 0] = [...dana.doc.store.clients.keys()].filter((one) => one !== dana.doc.clientID);
    const room = await openRegistry(storage, clock).withRoom(key, (opened) =>
      opened.ok ? opened.room : null,
    );
    if (room === null) throw new Error('the board did not open');
    const mallory = new Tab(room, clock, 'mallory').join();
    const again = new Tab(room, clock, 'dana').join();
    await clock.advance(50);
    mallory.sendUpdate(forged(dana.doc));
    mallory.sendUpdate(forged(dana.doc, firstClient));
    again.sendUpdate(forged(dana.doc));
    await clock.advance(50);
    expect(mallory.peer.of('nack').map((one) => one.code)).toEqual(['client-id', 'client-id']);
    expect([again.peer.of('nack'), again.acked]).toEqual([[], again.counted]);
  });
});

describe('parts that are missing', () => {
  it('are neither stored nor acknowledged, and asked for', async () => {
    const { clock, room, tab, storedDoc } = await openHarness();
    const [dana, omar] = [tab('dana'), tab('omar')];
    await clock.advance(2_000);
    const updates: Uint8Array[] = [];
    const away = new Y.Doc();
    away.on('update', (update: Uint8Array) => updates.push(update));
    away.getMap('factors').set('one', 1);
    away.getMap('factors').set('two', 2);
    const [first, second] = updates;
    if (first === undefined || second === undefined) throw new Error('two updates expected');
    const [seq, acked] = [room.seq, dana.acked];
    const asked = dana.peer.of('sync-step-1').length;
    dana.sendUpdate(second);
    await clock.advance(50);
    expect([room.seq, dana.acked, omar.get('two')]).toEqual([seq, acked, undefined]);
    expect(dana.peer.of('sync-step-1').length).toBe(asked + 1);
    const back = new Tab(room, clock, 'back');
    Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(omar.doc), back);
    back.join();
    await clock.advance(50);
    expect([back.synced, back.doc.store.pendingStructs]).toEqual([true, null]);
    dana.sendUpdate(first);
    await clock.advance(50);
    expect([dana.acked, omar.get('two')]).toEqual([dana.counted, 2]);
    expect(storedDoc().getMap('factors').get('two')).toBe(2);
  });

  it('are given up after a while, with whoever sent them', async () => {
    const { clock, tab } = await openHarness();
    const [dana, mallory] = [tab('dana'), tab('mallory', 'participant', false)];
    await clock.advance(50);
    const away = new Y.Doc();
    away.getMap('factors').set('one', 1);
    const known = Y.encodeStateVector(away);
    away.getMap('factors').set('two', 2);
    mallory.room.receive(mallory.session, message(encodeUpdateFrame(Y.encodeStateAsUpdate(away, known))));
    await clock.advance(6_000);
    expect([mallory.peer.closedWith, dana.peer.closedWith]).toEqual(['overloaded', null]);
    dana.set('a', 1);
    await clock.advance(50);
    expect(dana.acked).toBe(dana.counted);
  });
});

describe('slow connections', () => {
  it('get nothing queued and one frame when they have caught their breath', async () => {
    const { clock, tab } = await openHarness();
    const [dana, slow] = [tab('dana'), tab('slow')];
    await clock.advance(50);
    slow.peer.buffered = LAG_HIGH_BYTES + 1;
    const frames = slow.peer.frames.length;
    const updates = slow.peer.of('update').length;
    for (let index = 0; index < 50; index += 1) {
      dana.set('a', index);
      dana.doc.getMap('factors').delete('first');
      await clock.advance(20);
    }
    expect(slow.peer.frames.length).toBe(frames);
    slow.peer.buffered = 0;
    await clock.advance(200);
    expect(slow.peer.of('update').length).toBe(updates + 1);
    expect(fingerprint(slow.doc)).toBe(fingerprint(dana.doc));
  });

  it('are closed for another try when they take nothing at all', async () => {
    const { clock, tab } = await openHarness();
    const [dana, dead] = [tab('dana'), tab('dead')];
    await clock.advance(50);
    dead.peer.buffered = LAG_HIGH_BYTES + 1;
    dana.set('a', 1);
    await clock.advance(LAG_CLOSE_MS + 1_000);
    expect([dead.peer.closedWith, dana.peer.closedWith]).toEqual(['overloaded', null]);
  });
});

describe('a large board', () => {
  it('reaches newcomers and those inside whole, in frames a client accepts', async () => {
    const { clock, tab } = await openHarness();
    const [dana, omar] = [tab('dana'), tab('omar')];
    await clock.advance(50);
    for (let index = 0; index < 9; index += 1) dana.set(`big${index}`, String(index).repeat(90_000));
    for (let index = 10; index < 19; index += 1) dana.set(`big${index}`, String(index).repeat(45_000));
    await clock.advance(50);
    dana.set('small', 1);
    await clock.advance(50);
    const late = tab('late');
    await clock.advance(50);
    for (const one of [omar, late]) expect(fingerprint(one.doc)).toBe(fingerprint(dana.doc));
    expect(late.peer.of('sync-step-2')).toHaveLength(1);
    expect(dana.acked).toBe(dana.counted);
  });
});

describe('rooms come and go', () => {
  it('a document that cannot be read is not served, not written, and asked for again', async () => {
    const { clock, memory, storage, faults } = await openHarness();
    const registry = openRegistry(storage, clock);
    const before = memory.stored(key);
    faults.loadError = 'damaged';
    expect(await registry.withRoom(key, (opened) => opened.ok)).toBe(false);
    faults.loadError = null;
    expect(memory.stored(key)).toEqual(before);
    expect(await registry.withRoom(key, (opened) => opened.ok)).toBe(true);
  });

  it('bytes that are no document close everybody for another try and write nothing', async () => {
    const { clock, memory, storage } = await openHarness();
    await memory.append(key, Uint8Array.of(9, 9, 9));
    const before = memory.stored(key);
    const registry = openRegistry(storage, clock);
    const dana = await registry.withRoom(key, (opened) => {
      if (!opened.ok) throw new Error(opened.reason);
      const tab = new Tab(opened.room, clock, 'dana');
      tab.peer.onFrame = () => {};
      return tab.join();
    });
    await clock.advance(50);
    expect(dana.peer.closedWith).toBe('load-failed');
    expect(memory.stored(key)).toEqual(before);
    expect(registry.peek(key)).toBeNull();
  });

  it('is loaded once however many come at the same moment', async () => {
    const { clock, storage } = await openHarness();
    let loads = 0;
    const counting = new Proxy(storage, {
      get(target, name) {
        if (name === 'load') loads += 1;
        return Reflect.get(target, name) as unknown;
      },
    });
    const registry = openRegistry(counting, clock);
    const rooms = await Promise.all(
      [1, 2, 3].map(() => registry.withRoom(key, (opened) => (opened.ok ? opened.room : null))),
    );
    expect(loads).toBe(1);
    expect(new Set(rooms).size).toBe(1);
  });

  it('an idle room leaves memory with no work behind, and nobody loses a word', async () => {
    const { clock, registry, room, tab } = await openHarness();
    const dana = tab('dana');
    dana.set('a', 1);
    await clock.advance(50);
    dana.leave();
    registry.released(key);
    await clock.advance(EVICT_IDLE_MS + 10);
    expect(registry.peek(key)).toBeNull();
    await clock.advance(60_000);
    expect(clock.waiting).toBe(0);
    const again = await registry.withRoom(key, (opened) => (opened.ok ? opened.room : null));
    expect(again).not.toBe(room);
    expect(await again?.read((doc) => doc.getMap('factors').get('a'))).toBe(1);
  });

  it('a visit during the wait keeps the room', async () => {
    const { clock, registry, room, tab } = await openHarness();
    await clock.advance(EVICT_IDLE_MS - 10);
    await registry.withRoom(key, () => tab('dana'));
    await clock.advance(EVICT_IDLE_MS * 2);
    expect(registry.peek(key)).toBe(room);
  });

  it('a long log is folded into a snapshot that newcomers share', async () => {
    const { clock, memory, tab } = await openHarness();
    const dana = tab('dana');
    for (let index = 0; index < 520; index += 1) {
      dana.set(`f${index % 7}`, index);
      await clock.advance(40);
    }
    await clock.advance(1_000);
    expect(memory.stored(key)?.snapshotSeq).toBeGreaterThan(400);
    const [one, two] = [tab('one'), tab('two')];
    await clock.advance(50);
    expect(fingerprint(one.doc)).toBe(fingerprint(dana.doc));
    const contents = (peer: typeof one.peer) =>
      peer.frames.filter((frame) => frame[0] === 0 && frame.length > 50)[0];
    expect(contents(one.peer)).toBe(contents(two.peer));
  });

  it('closing stores and acknowledges what has arrived, then says when to come back', async () => {
    const { clock, registry, tab, storedDoc } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    dana.set('last', 'word');
    await registry.closeAll('restart', 5_000);
    expect([dana.acked, dana.peer.closedWith]).toEqual([dana.counted, 'restart']);
    expect(storedDoc().getMap('factors').get('last')).toBe('word');
  });
});
