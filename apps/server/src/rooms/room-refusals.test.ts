import { encodeMessage, encodeSyncStep2, encodeUpdateFrame, goesUp, MESSAGES } from '@coherence/protocol';
import type { Message } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import { writeSession } from '@coherence/board';
import * as Y from 'yjs';
import { looseRules } from './testing/loose-rules.ts';
import { key, message, openHarness, openRegistry, Tab } from './testing/room-harness.ts';

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

  it('[WIRE11] nothing that only servers say: it is as if it had not come', async () => {
    const { clock, memory, tab } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    const [before, heard] = [memory.stored(key), dana.peer.messages().length];
    const all = Object.values(MESSAGES).flatMap(({ samples }): readonly Message[] => samples);
    const down = all.filter((one) => !goesUp(one));
    expect(down.length).toBeGreaterThan(4);
    for (const one of down) dana.room.receive(dana.seat, message(encodeMessage(one)));
    await clock.advance(50);
    expect(memory.stored(key)).toEqual(before);
    expect(dana.peer.messages().slice(heard)).toEqual([]);
    expect(dana.peer.closedWith).toBeNull();
  });

  it('an observer and a display: dropped, told, still connected, byte for byte as before', async () => {
    const { clock, memory, tab } = await openHarness();
    for (const role of ['observer', 'display'] as const) {
      const before = memory.stored(key);
      const watcher = tab(role, role);
      await clock.advance(50);
      watcher.set('forbidden', 1);
      watcher.room.receive(watcher.seat, message(encodeSyncStep2(Y.encodeStateAsUpdate(watcher.doc))));
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
    watcher.room.receive(watcher.seat, message(encodeSyncStep2(Y.encodeStateAsUpdate(watcher.doc))));
    watcher.counted += 1;
    await clock.advance(50);
    expect(watcher.peer.of('nack')).toEqual([]);
    expect(watcher.acked).toBe(watcher.counted);
  });

  it('what its rules refuse, closing a stock client that cannot take words back', async () => {
    const rules = {
      check: () => ({ ok: false, code: 'schema', reason: 'unknown root' }) as const,
      pause: () => null,
      pauseMark: null,
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

  it('[PAUSE1] participants while editing is paused, but those who may edit all the same', async () => {
    const { clock, room, tab, storedDoc } = await openHarness();
    const [dana, omar] = [tab('dana'), tab('omar')];
    await clock.advance(50);
    void room.edit((doc) => writeSession(doc, { paused: true, mayEdit: ['omar'] }));
    await clock.advance(50);
    expect([dana, omar].map(({ peer }) => peer.of('status').at(-1)?.status)).toEqual(['read-only', 'ok']);
    dana.set('dana', 'held');
    omar.set('omar', 'in');
    await clock.advance(50);
    expect([dana, omar].map(({ peer }) => peer.of('nack').length)).toEqual([1, 0]);
    expect(storedDoc().getMap('factors').toJSON()).toEqual({ first: 'there', omar: 'in' });
    void room.edit((doc) => writeSession(doc, { mayEdit: ['dana'] }));
    await clock.advance(50);
    expect(omar.get('dana')).toBe('held');
    expect([dana, omar].map(({ peer }) => peer.of('status').at(-1)?.status)).toEqual(['ok', 'read-only']);
    omar.set('late', 'held');
    await clock.advance(50);
    expect(omar.peer.of('nack')).toMatchObject([{ code: 'paused' }]);
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

  it('belong to who wrote first under them, so no person can swallow the next words of another', async () => {
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
  it('[SAVE4] [DOOR3] are neither stored, shown nor acknowledged, and asked for', async () => {
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
    dana.sendUpdate(Y.mergeUpdates([first, second]));
    await clock.advance(50);
    expect([dana.acked, omar.get('two')]).toEqual([dana.counted, 2]);
    expect(storedDoc().getMap('factors').get('two')).toBe(2);
  });

  it('are asked for once a second, however many messages build on them', async () => {
    const { clock, tab } = await openHarness();
    const dana = tab('dana');
    await clock.advance(2_000);
    const updates: Uint8Array[] = [];
    const away = new Y.Doc();
    away.on('update', (update: Uint8Array) => updates.push(update));
    for (let index = 0; index < 21; index += 1) away.getMap('factors').set(`k${index}`, index);
    const asked = dana.peer.of('sync-step-1').length;
    for (const update of updates.slice(1)) {
      dana.sendUpdate(update);
      await clock.advance(80);
    }
    expect(dana.peer.of('sync-step-1').length).toBe(asked + 2);
  });

  it('[STEPS4] nor where the rules take what Yjs would keep aside: it is refused', async () => {
    const { clock, tab } = await openHarness({ ...looseRules, check: () => ({ ok: true }) });
    const [dana, mallory] = [tab('dana'), tab('mallory')];
    await clock.advance(50);
    const updates: Uint8Array[] = [];
    const away = new Y.Doc();
    away.on('update', (update: Uint8Array) => updates.push(update));
    for (const name of ['one', 'two']) away.getMap('factors').set(name, name);
    for (const update of updates.toReversed()) {
      mallory.sendUpdate(update);
      await clock.advance(50);
    }
    expect(mallory.peer.of('nack')).toMatchObject([{ n: mallory.counted - 1, code: 'malformed' }]);
    expect([dana.get('one'), dana.get('two')]).toEqual(['one', undefined]);
  });

  it('[STEPS4] of a stored log are not waited for: the rest is served and written to, and a client that has them brings them', async () => {
    const { clock, memory, storage, storedDoc } = await openHarness();
    const parts: Uint8Array[] = [];
    const away = new Y.Doc();
    away.on('update', (update: Uint8Array) => parts.push(update));
    for (const name of ['one', 'two']) away.getMap('factors').set(name, name);
    await memory.append(key, parts[1] ?? new Uint8Array());
    const room = await openRegistry(storage, clock).withRoom(key, (opened) =>
      opened.ok ? opened.room : null,
    );
    if (room === null) throw new Error('the board did not open');
    const dana = new Tab(room, clock, 'dana').join();
    await clock.advance(50);
    dana.set('a', 1);
    await clock.advance(50);
    expect([dana.acked, dana.peer.of('nack'), storedDoc().getMap('factors').toJSON()]).toEqual([
      dana.counted,
      [],
      { first: 'there', a: 1 },
    ]);
    expect(await room.read((doc) => [doc.store.pendingStructs, doc.store.pendingDs])).toEqual([null, null]);
    const author = new Tab(room, clock, 'author');
    Y.applyUpdate(author.doc, Y.encodeStateAsUpdate(away), author);
    author.join();
    await clock.advance(50);
    expect([author.acked, dana.get('one'), dana.get('two')]).toEqual([author.counted, 'one', 'two']);
    expect(storedDoc().getMap('factors').toJSON()).toEqual(dana.doc.getMap('factors').toJSON());
  });

  it('[STEPS4] are not kept aside, so that nothing is merged that was not counted', async () => {
    const { clock, tab } = await openHarness();
    const [dana, mallory] = [tab('dana'), tab('mallory', 'participant', false)];
    await clock.advance(50);
    const updates: Uint8Array[] = [];
    const away = new Y.Doc();
    away.on('update', (update: Uint8Array) => updates.push(update));
    away.getMap('factors').set('one', 1);
    away.getMap('factors').set('two', 2);
    for (const update of updates.toReversed()) {
      mallory.room.receive(mallory.seat, message(encodeUpdateFrame(update)));
      await clock.advance(50);
    }
    await clock.advance(6_000);
    expect([dana.get('one'), dana.get('two')]).toEqual([1, undefined]);
    expect([mallory.peer.closedWith, dana.peer.closedWith]).toEqual([null, null]);
    dana.set('a', 1);
    await clock.advance(50);
    expect(dana.acked).toBe(dana.counted);
  });
});
