import { describe, expect, it } from 'vitest';
import { writeSession } from '@coherence/board';
import { boardRules } from './tick/board-rules.ts';
import { fingerprint, key, openHarness, openRegistry, Tab } from './testing/room-harness.ts';
import { SLEEP_AFTER_MS } from './limits/room-limits.ts';

describe('a room whose document sleeps', () => {
  it('serves newcomers, takes their words and stores them as before', async () => {
    const { clock, room, tab, storedDoc } = await openHarness();
    const dana = tab('dana');
    dana.set('a', 0);
    dana.set('a', 1);
    await clock.advance(2 * SLEEP_AFTER_MS);
    const late = tab('late');
    await clock.advance(50);
    expect(late.peer.of('update')).toEqual([]);
    expect(late.acked).toBe(late.counted);
    expect(late.doc.getMap('factors').toJSON()).toEqual({ first: 'there', a: 1 });
    late.set('b', 2);
    dana.doc.getMap('factors').delete('a');
    await clock.advance(50);
    expect([dana.acked, late.acked]).toEqual([dana.counted, late.counted]);
    await clock.advance(2 * SLEEP_AFTER_MS);
    const back = await room.read((doc) => fingerprint(doc));
    expect([fingerprint(dana.doc), fingerprint(late.doc), fingerprint(storedDoc())]).toEqual([
      back,
      back,
      back,
    ]);
  });

  it('is not woken by newcomers who only read, unless the board was paused once', async () => {
    const looked: string[] = [];
    const pause: typeof boardRules.pause = (doc) => {
      looked.push('awake');
      return boardRules.pause(doc);
    };
    const { clock, room, storage } = await openHarness();
    const visit = async () => {
      looked.length = 0;
      const registry = openRegistry(storage, clock, { ...boardRules, pause });
      const reader = await registry.withRoom(key, (opened) => {
        if (!opened.ok) throw new Error(opened.reason);
        return new Tab(opened.room, clock, 'reader').join();
      });
      await clock.advance(50);
      expect(reader.get('first')).toBe('there');
      return { looked: looked.length, status: reader.peer.of('status').at(-1)?.status };
    };
    expect(await visit()).toEqual({ looked: 0, status: undefined });
    void room.edit((doc) => writeSession(doc, { paused: true }));
    await clock.advance(50);
    expect(await visit()).toEqual({ looked: 1, status: 'read-only' });
  });

  it('does not sleep while what it holds is not stored', async () => {
    const { clock, faults, tab, storedDoc } = await openHarness();
    const dana = tab('dana');
    await clock.advance(50);
    faults.appendError = 'full';
    dana.set('a', 1);
    await clock.advance(3 * SLEEP_AFTER_MS);
    faults.appendError = null;
    await clock.advance(SLEEP_AFTER_MS);
    expect(dana.acked).toBe(dana.counted);
    expect(fingerprint(storedDoc())).toBe(fingerprint(dana.doc));
  });
});
