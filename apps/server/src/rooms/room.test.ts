import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fingerprint, message, openHarness, Tab } from './testing/room-harness.ts';
import {
  CROWDED_SEATS,
  CROWDED_TICK_MS,
  LAG_CLOSE_MS,
  LAG_HIGH_BYTES,
  STALL_MS,
} from './limits/room-limits.ts';

describe('[DOOR2] a client that connects', () => {
  it('is sent the board, then asked for what they wrote while away, and that is stored', async () => {
    const { clock, tab, room, storedDoc } = await openHarness();
    tab('dana').set('a', 1);
    await clock.advance(2_000);
    const omar = new Tab(room, clock, 'omar');
    omar.doc.getMap('factors').set('while away', 1);
    omar.counted = 0;
    const before = omar.peer.messages().length;
    omar.join();
    await clock.advance(2_000);
    const answer = omar.peer.messages().slice(before);
    const synced = answer.filter(({ type }) => type === 'sync-step-1' || type === 'sync-step-2');
    expect(synced.map(({ type }) => type)).toEqual(['sync-step-2', 'sync-step-1']);
    expect(omar.doc.getMap('factors').toJSON()).toEqual({ first: 'there', a: 1, 'while away': 1 });
    expect(storedDoc().getMap('factors').get('while away')).toBe(1);
  });
});

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

  it('sends an author the change and its ack in one write, and all others one frame', async () => {
    const { clock, tab } = await openHarness();
    const [dana, omar] = [tab('dana'), tab('omar')];
    await clock.advance(50);
    const before = [dana, omar].map(({ peer }) => peer.writes.length);
    dana.set('a', 1);
    await clock.advance(50);
    const typesOf = ({ peer }: Tab, from = 0) =>
      peer.writes.slice(from).map((frames) => frames.map((frame) => message(frame).type));
    expect(typesOf(dana, before[0])).toEqual([['update', 'ack']]);
    expect(typesOf(omar, before[1])).toEqual([['update']]);
  });

  it('sends what comes after a pause at once, and packs a stream as long as any person may wait', async () => {
    const { clock, tab } = await openHarness();
    const tabs = Array.from({ length: CROWDED_SEATS + 1 }, (_, at) => tab(`person ${at}`));
    const [dana, omar] = [tabs[0], tabs[1]];
    if (dana === undefined || omar === undefined) throw new Error('nobody came');
    await clock.advance(1_000);
    const sent = omar.peer.of('update').length;
    dana.set('alone', 1);
    await clock.advance(1);
    expect(omar.get('alone')).toBe(1);

    const waited: number[] = [];
    const open = new Map<string, number>();
    for (let at = 0; at < 1_000; at += 1) {
      // Every 12 ms a person does something.
      if (at % 12 === 0) {
        dana.set(`edit ${at}`, at);
        open.set(`edit ${at}`, at);
      }
      await clock.advance(1);
      for (const [name, since] of open) {
        if (omar.get(name) === undefined) continue;
        waited.push(at - since);
        open.delete(name);
      }
    }
    expect(waited.length).toBeGreaterThan(78);
    expect(Math.max(...waited)).toBeLessThanOrEqual(CROWDED_TICK_MS + 1);
    const writes = omar.peer.of('update').length - sent - 1;
    expect(writes).toBeLessThanOrEqual(Math.ceil(1_000 / (CROWDED_TICK_MS + 2)));
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

  it('shows nothing unsaved to a person who comes back while the disk is full', async () => {
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

  it('stops reading from a connection that fills the inbox of a room that cannot save', async () => {
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
