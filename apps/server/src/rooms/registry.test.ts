import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fingerprint, key, openHarness, openRegistry, Tab } from './testing/room-harness.ts';
import { EVICT_IDLE_MS } from './limits/room-limits.ts';

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

  it('[LOAD5] a large document is built up while others go on, before its room is there', async () => {
    const { clock, memory, storage } = await openHarness();
    const large = new Y.Doc();
    for (let at = 0; at < 12; at += 1) large.getMap('factors').set(`k${at}`, 'x'.repeat(50_000));
    await memory.append(key, Y.encodeStateAsUpdate(large));
    const opening = openRegistry(storage, clock).withRoom(key, (opened) => opened.ok);
    let isOpen = false;
    void opening.then(() => (isOpen = true));
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(isOpen).toBe(false);
    for (let turn = 0; turn < 20; turn += 1) await clock.advance(1);
    expect(await opening).toBe(true);
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

  it('bytes that are no document close a person who comes back just as well', async () => {
    const { clock, memory, storage } = await openHarness();
    await memory.append(key, Uint8Array.of(9, 9, 9));
    const registry = openRegistry(storage, clock);
    const back = await registry.withRoom(key, (opened) => {
      if (!opened.ok) throw new Error(opened.reason);
      const tab = new Tab(opened.room, clock, 'back');
      tab.set('mine', true);
      return tab.join();
    });
    await clock.advance(50);
    expect(back.peer.closedWith).toBe('load-failed');
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

  it('nothing is opened while the server stops: a document still being stored has one room, and others none', async () => {
    const { clock, faults, registry, room, tab } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    const release = faults.stall();
    dana.set('last', 'word');
    const closing = registry.closeAll('restart', 5_000);
    const found = (asked: typeof key) =>
      registry.withRoom(asked, (opened) => (opened.ok ? opened.room : null));
    expect(await found(key)).toBe(room);
    expect(await found({ ...key, owner: 'dana' })).toBeNull();
    release();
    await clock.advance(5_000);
    await closing;
    expect(dana.acked).toBe(dana.counted);
    expect(await found(key)).toBeNull();
    expect([...registry.rooms()]).toEqual([]);
  });
});
