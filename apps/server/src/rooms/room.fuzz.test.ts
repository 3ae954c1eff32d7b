import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { fingerprint, key, openHarness, openRegistry, Tab } from './testing/room-harness.ts';
import { LAG_HIGH_BYTES } from './limits/room-limits.ts';
import { randomFrom } from '@coherence/board/testing';

const seeds = Number(process.env['ROOM_FUZZ_SEEDS'] ?? 25);
const first = Number(process.env['SEED'] ?? 1);
const STEPS = 120;

/** Everything in `doc` that a fresh load of `stored` would not show. */
function notStored(doc: Y.Doc, stored: Y.Doc): string[] {
  const [seen, kept] = [doc.getMap('factors').toJSON(), stored.getMap('factors').toJSON()];
  return Object.keys(seen).filter((name) => seen[name] !== kept[name]);
}

/**
 * People type, join, leave and lag while the disk fills up, stalls and comes back. At every moment what a
 * reader has been shown, and what a writer has been acknowledged, must be on disk; in the end all agree.
 */
async function run(seed: number): Promise<void> {
  const random = randomFrom(seed).next;
  const pick = (count: number) => Math.floor(random() * count);
  const { clock, memory, faults, registry, storage, storedDoc } = await openHarness();
  const { room } = await registry.withRoom(key, (opened) => {
    if (!opened.ok) throw new Error(opened.reason);
    return opened;
  });
  let tabs: Tab[] = [];
  let made = 0;
  const reader = new Tab(room, clock, 'reader').join();
  const join = () => tabs.push(new Tab(room, clock, `p${made++}`).join());
  join();
  let release: (() => void) | null = null;
  await clock.advance(100);

  for (let step = 0; step < STEPS; step += 1) {
    const tab = tabs[pick(tabs.length)];
    switch (pick(12)) {
      case 0:
        if (tabs.length < 6) join();
        break;
      case 1:
        if (tabs.length > 1 && tab !== undefined) {
          tab.leave(random() < 0.5);
          tabs = tabs.filter((one) => one !== tab);
        }
        break;
      case 2:
        faults.appendError = random() < 0.5 ? 'full' : 'failed';
        break;
      case 3:
        faults.appendError = null;
        break;
      case 4:
        release?.();
        release = random() < 0.5 ? faults.stall() : null;
        break;
      case 5:
        if (tab !== undefined) tab.peer.buffered = random() < 0.5 ? LAG_HIGH_BYTES + 1 : 0;
        break;
      case 6:
        tab?.doc.getMap('factors').delete(`k${pick(8)}`);
        break;
      case 7:
        tab?.sendUpdate(Uint8Array.from({ length: 1 + pick(30) }, () => pick(256)));
        break;
      default:
        tab?.set(`k${pick(8)}`, `${seed}-${step}`);
    }
    await clock.advance(pick(60));
    expect(notStored(reader.doc, storedDoc()), `seed ${seed}, step ${step}: shown before stored`).toEqual([]);
  }

  release?.();
  faults.appendError = null;
  for (const tab of tabs) tab.peer.buffered = 0;
  await clock.advance(30_000);
  const kept = tabs.filter((tab) => tab.peer.closedWith === null);
  const expected = fingerprint(storedDoc());
  for (const tab of [reader, ...kept]) {
    expect(fingerprint(tab.doc), `seed ${seed}: everybody agrees with the disk`).toBe(expected);
    expect(tab.acked, `seed ${seed}: everything is acknowledged`).toBe(tab.counted);
  }
  const restarted = await openRegistry(storage, clock).withRoom(key, (opened) => {
    if (!opened.ok) throw new Error(opened.reason);
    return opened.room.read(fingerprint);
  });
  expect(restarted, `seed ${seed}: a restart shows the same`).toBe(expected);
  expect(memory.stored(key)?.seq).toBe(room.seq);
}

describe('a room under random faults', () => {
  it.each(Array.from({ length: seeds }, (_, index) => first + index))('keeps its promises (seed %i)', run);
});
