import { addFactors, readSnapshot } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { FirstOpening } from '../../src/opening/first-opening.ts';
import { QUICK_MS } from '../../src/opening/opening-limits.ts';
import { tryOpening } from '../../src/opening/trial.ts';
import type { TrialJob } from '../../src/opening/trial.ts';
import { ManualClock } from '../../src/time/manual-clock.ts';
import { STEPS_PER_MINUTE } from '../../src/rooms/charge/charge-limits.ts';
import { key, openHarness, openRegistry, Tab } from '../../src/rooms/testing/room-harness.ts';
import { createLog } from '../../src/telemetry/log.ts';
import * as poison from './poison.ts';

const WORDS = 'What stands in the way';

/** A board with one factor, an honest person on it, and an attacker who has all of it. */
async function attacked(words = WORDS) {
  const harness = await openHarness();
  const { clock, tab } = harness;
  const [honest, mallory] = [tab('honest'), tab('mallory')];
  await clock.advance(50);
  poison.addPlace(honest.doc, words);
  await clock.advance(50);
  /** The words of the factor as stored. */
  const stored = () => poison.placeIn(harness.storedDoc()).text.toString();
  return { ...harness, honest, mallory, place: poison.placeIn(mallory.doc), stored };
}

const codes = (tab: Tab) => tab.peer.of('nack').map(({ code }) => code);

/** An honest person is taken in and acknowledged, and sees what the store has. */
async function goesOn({ honest, clock, storedDoc }: Awaited<ReturnType<typeof attacked>>) {
  honest.doc.getMap('notes').set('n', 1);
  await clock.advance(100);
  expect([honest.acked, honest.peer.closedWith, codes(honest)]).toEqual([honest.counted, null, []]);
  expect(storedDoc().getMap('notes').get('n')).toBe(1);
}

describe('[STEPS1] one message that is much work to merge', () => {
  it('thousands of letters at one place under a low, then under a high client id: the second is refused', async () => {
    const scene = await attacked();
    const { clock, mallory, place, stored } = scene;
    for (const client of [5, 9_000]) mallory.sendUpdate(poison.manyAtOnePlace(place, client, 3_000));
    await clock.advance(100);
    expect([codes(mallory), stored().length]).toEqual([['size'], WORDS.length + 3_000]);
    await goesOn(scene);
  });

  it('one key 20,000 times as if it had never been written: refused', async () => {
    const scene = await attacked();
    const { clock, mallory, place, storedDoc } = scene;
    mallory.sendUpdate(poison.manyOfOneKey(place, 5, 20_000));
    await clock.advance(100);
    expect(codes(mallory)).toHaveLength(1);
    expect(poison.placeIn(storedDoc()).record.has('note')).toBe(false);
    await goesOn(scene);
  });

  it('every second letter deleted of a text with 6,000 records behind it: refused', async () => {
    const scene = await attacked('ab'.repeat(10_000));
    const { clock, honest, mallory, place, stored } = scene;
    honest.doc.transact(() => {
      for (let index = 0; index < 6_000; index += 1) honest.doc.getMap('notes').set(`k${index % 2}`, index);
    });
    await clock.advance(100);
    mallory.sendUpdate(poison.everySecondDeleted(place, 7));
    await clock.advance(100);
    expect([codes(mallory), stored().length]).toEqual([['size'], 20_000]);
    await goesOn(scene);
  });

  it('a letter between any two of a text of 24,000: refused', async () => {
    const scene = await attacked('ab'.repeat(12_000));
    const { clock, mallory, place, stored } = scene;
    mallory.sendUpdate(poison.betweenAllLetters(place, 7));
    await clock.advance(100);
    expect([codes(mallory), stored().length]).toEqual([['size'], 24_000]);
    await goesOn(scene);
  });
});

describe('[STEPS4] what waits inside the document', () => {
  it('C15: one client in two parts of an update, of which Yjs keeps one aside to merge it later, uncounted: refused', async () => {
    const scene = await attacked();
    const { clock, mallory, place, stored } = scene;
    const [high, low] = [9_000, 5];
    const first = poison.manyAtOnePlace(place, high, 1);
    mallory.sendUpdate(poison.inTwoParts(first, poison.manyAtOnePlace(place, high, 1_500, 1)));
    mallory.sendUpdate(poison.manyAtOnePlace(place, low, 1_500));
    mallory.sendUpdate(first);
    await clock.advance(100);
    expect([mallory.peer.closedWith ?? codes(mallory), stored().length]).toEqual([
      ['malformed'],
      WORDS.length + 1_501,
    ]);
    await goesOn(scene);
  });
});

describe('[CHARGE1] much work in many messages', () => {
  it('from 40 tabs of one person: a minute of steps, and an honest person is in between', async () => {
    const scene = await attacked();
    const { clock, honest, mallory, place, memory, room, stored } = scene;
    mallory.sendUpdate(poison.manyAtOnePlace(place, 5, 400));
    await clock.advance(50);
    const tabs = Array.from({ length: 40 }, () => new Tab(room, clock, 'mallory').join());
    await clock.advance(50);
    for (const [index, one] of tabs.entries())
      one.sendUpdate(poison.manyAtOnePlace(place, 9_000 + index, 100));
    honest.doc.getMap('notes').set('n', 1);
    await clock.advance(200);
    expect(honest.acked).toBe(honest.counted);
    const untried = memory.stored(key)?.untried ?? 0;
    expect([untried > STEPS_PER_MINUTE / 2, untried <= STEPS_PER_MINUTE]).toEqual([true, true]);
    expect(tabs.flatMap(codes)).toEqual(['rate']);
    expect(tabs.every(({ peer }) => peer.paused)).toBe(true);
    expect(honest.peer.paused).toBe(false);
    expect(stored().length).toBeLessThan(WORDS.length + 400 + 4_000);
    await goesOn(scene);
  });
});

describe('[LOAD3] a board from before that stops the server when it is opened', () => {
  const slow = (job: TrialJob) => {
    const times = [0, QUICK_MS + 1];
    return tryOpening(job, () => times.shift() ?? 0);
  };

  it.each(['rows', 'a snapshot'])(
    'in %s: healed with every word before any person is served',
    async (where) => {
      const { clock, memory, storage, room } = await openHarness();
      const place = poison.placeOf(WORDS);
      addFactors(place.doc, { texts: ['Said by somebody'] }, { unit: null });
      const rows = [
        Y.encodeStateAsUpdate(place.doc),
        ...[5, 9_000].map((client) => poison.manyAtOnePlace(place, client, 900)),
        poison.manyOfOneKey(place, 77, 900),
      ];
      for (const row of rows) await memory.append(key, row);
      const old = new Y.Doc();
      for (const row of memory.stored(key)?.rows ?? []) Y.applyUpdate(old, row);
      if (where === 'a snapshot') {
        for (const seq of [2, rows.length + 1])
          await memory.saveSnapshot(key, seq, Y.encodeStateAsUpdate(old));
      }
      memory.forgetTrial(key);
      room.destroy();

      const lines: string[] = [];
      const log = createLog('info', (line) => lines.push(line));
      const opener = new FirstOpening({
        storage,
        log,
        trials: { run: slow, close: async () => {} },
        today: () => 1,
      });
      const registry = openRegistry(storage, new ManualClock(), undefined, undefined, opener);
      const healed = await registry.withRoom(key, (opened) => opened);
      if (!healed.ok) throw new Error(healed.reason);
      const said = (doc: Y.Doc) => ({
        factors: readSnapshot(doc).factors,
        note: doc.getMap<Y.Map<unknown>>('factors').get('f')?.get('note'),
      });
      expect(await healed.room.read(said)).toEqual(said(old));
      expect(await healed.room.read((doc) => doc.store.clients.size)).toBe(1);
      expect([lines.length, (await memory.versions(key.board)).length]).toEqual([1, 1]);

      // What a device that was away still holds of it cannot come back.
      const stale = new Tab(healed.room, clock, 'mallory', 'participant', false).join();
      Y.applyUpdate(stale.doc, Y.encodeStateAsUpdate(old));
      await clock.advance(100);
      expect(await healed.room.read(said)).toEqual(said(old));
    },
  );
});
