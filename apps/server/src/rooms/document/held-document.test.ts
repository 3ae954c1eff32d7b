import { addFactors, PAUSE_MARK, writeSession } from '@coherence/board';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { AwakeDocuments } from './awake-documents.ts';
import { HeldDocument } from './held-document.ts';
import { ManualClock } from '../../time/manual-clock.ts';
import { SLEEP_AFTER_MS } from '../limits/room-limits.ts';

/** A document written by a few people, in rows; every row is what one transaction gave. */
function written(edits: readonly (readonly [number, number])[]) {
  const doc = new Y.Doc();
  const rows: Uint8Array[] = [];
  doc.on('update', (row: Uint8Array) => rows.push(row));
  const people = [0, 1, 2].map(() => new Y.Doc());
  for (const [person, key] of edits) {
    const own = people[person] ?? doc;
    if (key === 0) own.getMap('factors').delete('1');
    else own.getMap('factors').set(String(key), key);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(own, Y.encodeStateVector(doc)));
  }
  return { doc, rows };
}

const awake = new AwakeDocuments({ bytes: Infinity, idleMs: 0 });
const SLEEPLESS = {
  clock: new ManualClock(),
  awake,
  size: () => 0,
  maySleep: () => false,
  onAsleep: () => {},
};
const history = fc.array(fc.tuple(fc.nat(2), fc.nat(4)), { maxLength: 30 });

it('tells asleep whether a board was ever paused, folded or not', () => {
  const paused = fc.array(fc.constantFrom(true, false, null), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(paused, fc.boolean(), fc.nat(12), (acts, isFolded, from) => {
      const doc = new Y.Doc();
      const rows: Uint8Array[] = [];
      doc.on('update', (row: Uint8Array) => rows.push(row));
      addFactors(doc, { texts: ['Pausing helps'] }, { unit: null });
      for (const act of acts) {
        if (act === null) addFactors(doc, { texts: ['Unclear roles'] }, { unit: null });
        else writeSession(doc, { paused: act });
      }
      const folded = new Y.Doc();
      for (const row of rows.slice(0, from)) Y.applyUpdate(folded, row);
      const snapshot = isFolded ? Y.encodeStateAsUpdate(folded) : null;
      const held = new HeldDocument({ snapshot, rows: isFolded ? rows.slice(from) : rows }, SLEEPLESS);
      expect(held.mayHold(PAUSE_MARK)).toBe(acts.some((act) => act !== null));
      expect(held.awake).toBeNull();
    }),
  );
});

it('knows asleep what it would hold awake', () => {
  fc.assert(
    fc.property(history, fc.nat(30), (edits, kept) => {
      const { doc, rows } = written(edits);
      const folded = new Y.Doc();
      for (const row of rows.slice(0, kept)) Y.applyUpdate(folded, row);
      const snapshot = kept === 0 ? null : Y.encodeStateAsUpdate(folded);
      const held = new HeldDocument({ snapshot, rows: rows.slice(kept) }, SLEEPLESS);
      expect(Y.decodeStateVector(held.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
      expect(held.hasAll(Y.decodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))))).toBe(true);
      expect(held.awake).toBeNull();
      expect(Y.equalSnapshots(Y.snapshot(held.live()), Y.snapshot(doc))).toBe(true);
    }),
  );
});

it('does not take for known what is not', () => {
  const { doc, rows } = written([
    [0, 1],
    [1, 2],
    [0, 0],
  ]);
  const held = new HeldDocument({ snapshot: null, rows: [...rows] }, SLEEPLESS);
  const before = Y.encodeStateVector(doc);
  doc.getMap('factors').delete('2');
  expect(held.hasAll(Y.decodeUpdate(Y.encodeStateAsUpdate(doc, before)))).toBe(false);
  expect(held.hasAll(Y.decodeUpdate(Y.encodeStateAsUpdate(doc)))).toBe(false);
});

it('sleeps when no person has needed it for a while, and is the same when it wakes', async () => {
  const { doc, rows } = written([
    [0, 1],
    [1, 2],
    [0, 0],
  ]);
  const clock = new ManualClock();
  const slept: Uint8Array[] = [];
  let maySleep = false;
  const onAsleep = (snapshot: Uint8Array) => slept.push(snapshot);
  const held = new HeldDocument(
    { snapshot: null, rows },
    { ...SLEEPLESS, clock, maySleep: () => maySleep, onAsleep },
  );
  const { clientID } = held.live();
  await clock.advance(SLEEP_AFTER_MS + 1);
  expect(held.awake).not.toBeNull();
  maySleep = true;
  await clock.advance(SLEEP_AFTER_MS - 10);
  held.live();
  await clock.advance(SLEEP_AFTER_MS - 10);
  expect(held.awake).not.toBeNull();
  await clock.advance(20);
  expect(held.awake).toBeNull();
  expect(slept).toEqual([Y.encodeStateAsUpdate(doc)]);
  expect(held.stateVector()).toEqual(Y.encodeStateVector(doc));
  expect(Y.equalSnapshots(Y.snapshot(held.live()), Y.snapshot(doc))).toBe(true);
  expect(held.live().clientID).toBe(clientID);
});

it('sleeps early where others need the room, and wakes as it was', async () => {
  const { doc, rows } = written([
    [0, 1],
    [1, 2],
  ]);
  const clock = new ManualClock();
  const crowd = new AwakeDocuments({ bytes: 150, idleMs: 1000 });
  const parts = { ...SLEEPLESS, clock, awake: crowd, size: () => 100 };
  const [first, second, third] = [true, false, true].map(
    (may) => new HeldDocument({ snapshot: null, rows }, { ...parts, maySleep: () => may }),
  );
  first?.live();
  await clock.advance(999);
  second?.live();
  expect(first?.awake).not.toBeNull();
  await clock.advance(1001);
  third?.live();
  expect([first, second, third].map((one) => one?.awake === null)).toEqual([true, false, false]);
  expect(first && Y.equalSnapshots(Y.snapshot(first.live()), Y.snapshot(doc))).toBe(true);
});

it('gives nothing once it is gone, and no empty document for bytes that are none', () => {
  const broken = new HeldDocument({ snapshot: Uint8Array.of(1, 1, 255), rows: [] }, SLEEPLESS);
  expect(() => broken.stateVector()).toThrow('Unexpected end of array');
  expect(() => broken.live()).toThrow('Unexpected end of array');
  expect(broken.awake).toBeNull();
  const gone = new HeldDocument({ snapshot: null, rows: [] }, SLEEPLESS);
  gone.destroy();
  expect(() => gone.live()).toThrow('gone');
  expect(() => gone.stateVector()).toThrow('gone');
});
