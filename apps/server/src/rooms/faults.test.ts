import { encodeSyncStep1, encodeSyncStep2, encodeUpdateFrame } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fingerprint, key, message, openHarness, openRegistry, Tab } from './testing/room-harness.ts';
import { QUESTIONS_BURST } from './charge/charge-limits.ts';
import { EVICT_IDLE_MS, LAG_HIGH_BYTES } from './limits/room-limits.ts';

describe('[FAULT8] a seat sent twice over', () => {
  it('leaves the document and the log as they are, and acknowledges every message', async () => {
    const { clock, memory, room, tab, storedDoc } = await openHarness();
    const dana = tab('dana');
    const sent: Uint8Array[] = [];
    dana.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== dana) sent.push(update);
    });
    for (let index = 0; index < 60; index += 1) {
      dana.set(`k${index % 5}`, index);
      if (index % 7 === 0) dana.doc.getMap('factors').delete(`k${index % 5}`);
      await clock.advance(20);
    }
    const [before, seq] = [fingerprint(storedDoc()), room.seq];
    const twin = new Tab(room, clock, 'dana').join();
    for (const update of [...sent, ...sent.toReversed()]) twin.sendUpdate(update);
    await clock.advance(10_000);
    expect([fingerprint(storedDoc()), room.seq, memory.stored(key)?.seq]).toEqual([before, seq, seq]);
    expect(twin.acked).toBe(twin.counted);
  });
});

describe('[FAULT11] updates that build on one that never comes', () => {
  it('cost little, change nothing, and end with their sender', async () => {
    const { clock, room, tab, storedDoc } = await openHarness();
    const victim = tab('victim');
    const mallory = tab('mallory');
    await clock.advance(100);
    const bomb: Uint8Array[] = [];
    const writer = new Y.Doc();
    writer.on('update', (update: Uint8Array) => bomb.push(update));
    for (let index = 0; index <= 3_000; index += 1) writer.getMap('factors').set('k', index);
    const busyFrom = process.cpuUsage();
    for (const update of bomb.slice(1)) mallory.sendUpdate(update);
    await clock.advance(1_000);
    const { user } = process.cpuUsage(busyFrom);
    expect(user / 1_000, 'ms of CPU').toBeLessThan(2_000);
    victim.doc.getMap('notes').set('n', 1);
    await clock.advance(60_000);
    expect([victim.acked, victim.peer.closedWith]).toEqual([victim.counted, null]);
    expect(mallory.acked).toBeLessThan(mallory.counted);
    expect(room.seq, "the first row and the victim's").toBe(2);
    expect(storedDoc().getMap('factors').has('k')).toBe(false);
  });
});

describe('[FAULT12] a flood of sync-step-1', () => {
  it('is answered so often for a person, with the newest, and nothing of it piles up', async () => {
    const { clock, room, tab } = await openHarness();
    const flood = tab('flood');
    await clock.advance(100);
    const waiting = clock.waiting;
    const answers = flood.peer.of('sync-step-2').length;
    const ask = encodeSyncStep1(Y.encodeStateVector(flood.doc));
    for (let index = 0; index < 2_000; index += 1) room.receive(flood.seat, message(ask));
    expect(clock.waiting - waiting).toBeLessThan(3 * QUESTIONS_BURST);
    await clock.advance(10_000);
    expect(flood.peer.of('sync-step-2').length - answers).toBeLessThanOrEqual(QUESTIONS_BURST + 2);
  });
});

describe('[FAULT13] a consumer that hardly reads', () => {
  it('never has more waiting for it than the limit and one catch-up frame, and ends with the same document', async () => {
    const { clock, tab } = await openHarness();
    const slow = tab('slow');
    const writers = Array.from({ length: 10 }, (_, index) => tab(`w${index}`));
    await clock.advance(100);
    let largest = 0;
    let [buffered, most] = [0, 0];
    const read = slow.peer.onFrame;
    slow.peer.onFrame = (frame) => {
      buffered += frame.length;
      largest = Math.max(largest, frame.length);
      read(frame);
    };
    for (let round = 0; round < 300; round += 1) {
      for (const writer of writers) writer.set(`k${round % 20}`, 'x'.repeat(2_000));
      buffered = Math.max(0, buffered - 500);
      slow.peer.buffered = buffered;
      await clock.advance(20);
      most = Math.max(most, buffered);
    }
    expect(most).toBeGreaterThan(LAG_HIGH_BYTES);
    expect(most).toBeLessThan(LAG_HIGH_BYTES + 2 * largest);
    buffered = slow.peer.buffered = 0;
    await clock.advance(1_000);
    expect(fingerprint(slow.doc)).toBe(fingerprint(writers[0]?.doc ?? new Y.Doc()));
  });
});

describe('[FAULT16] the last one leaves while a commit is under way', () => {
  it('a client that comes back at once finds the same room and, once it is stored, the words', async () => {
    const { clock, faults, registry, room, tab, storedDoc } = await openHarness();
    const dana = tab('dana');
    await clock.advance(100);
    const release = faults.stall();
    dana.set('last', 'word');
    await clock.advance(20);
    dana.leave(true);
    registry.released(key);
    const back = await registry.withRoom(key, (opened) => (opened.ok ? opened.room : null));
    expect(back).toBe(room);
    await clock.advance(EVICT_IDLE_MS * 3);
    expect(registry.peek(key), 'a room that is not stored is not let go').toBe(room);
    release();
    await clock.advance(EVICT_IDLE_MS * 3);
    expect(registry.peek(key)).toBeNull();
    expect(storedDoc().getMap('factors').get('last')).toBe('word');
  });
});

describe('[FAULT17] a load that is slow, then fails', () => {
  it('is one load for all who wait, stores nothing, leaves nothing behind, and works the next time', async () => {
    const { clock, memory, storage } = await openHarness();
    const before = memory.stored(key);
    const gate = Promise.withResolvers<void>();
    let loads = 0;
    let fails = true;
    const slow = new Proxy(storage, {
      get(target, name) {
        if (name !== 'load') return Reflect.get(target, name) as unknown;
        return async (...args: Parameters<typeof storage.load>) => {
          loads += 1;
          await gate.promise;
          if (fails) throw new Error('the disk is gone');
          return target.load(...args);
        };
      },
    });
    const registry = openRegistry(slow, clock);
    const asked = [1, 2, 3].map(() => registry.withRoom(key, (opened) => opened.ok));
    gate.resolve();
    expect(await Promise.all(asked)).toEqual([false, false, false]);
    expect([loads, registry.peek(key), memory.stored(key)]).toEqual([1, null, before]);
    fails = false;
    expect(await registry.withRoom(key, (opened) => opened.ok)).toBe(true);
    expect(loads).toBe(2);
  });
});

describe("[FAULT33] an observer's edits that come by way of a participant's tab", () => {
  it("are the participant's, who sends them, and the observer still may not", async () => {
    const { clock, tab, storedDoc } = await openHarness();
    const [dana, olga] = [tab('dana'), tab('olga', 'observer')];
    await clock.advance(100);
    const relayed = new Y.Doc();
    Y.applyUpdate(relayed, Y.encodeStateAsUpdate(olga.doc));
    relayed.getMap('factors').set('relayed', 'words');
    const update = Y.encodeStateAsUpdate(relayed);
    olga.sendUpdate(update);
    await clock.advance(100);
    expect(storedDoc().getMap('factors').has('relayed')).toBe(false);
    dana.counted += 1;
    dana.room.receive(dana.seat, message(encodeSyncStep2(update)));
    await clock.advance(100);
    expect(storedDoc().getMap('factors').get('relayed')).toBe('words');
    relayed.getMap('factors').set('relayed', 'other words');
    olga.room.receive(olga.seat, message(encodeUpdateFrame(Y.encodeStateAsUpdate(relayed))));
    await clock.advance(100);
    expect(storedDoc().getMap('factors').get('relayed')).toBe('words');
  });
});
