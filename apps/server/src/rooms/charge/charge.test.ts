import { encodeUpdateFrame } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ManualClock } from '../../time/manual-clock.ts';
import { EVICT_IDLE_MS } from '../limits/room-limits.ts';
import { key, message, openHarness, Tab } from '../testing/room-harness.ts';
import type { Rules } from '../tick/apply-inbox.ts';
import { WorkLedger } from './work-ledger.ts';
import {
  costOf,
  LONG_WORK_EXTRA_MAX_MS,
  STEPS_PER_MINUTE,
  TICK_BYTES,
  TICK_WORK_MS,
  WORK_BURST_MS,
  WORK_SHARE,
} from './charge-limits.ts';

/** How much later a person goes on who held up the loop as long as counts (CHARGE7). */
const EXTRA_WAIT_MS = LONG_WORK_EXTRA_MAX_MS / WORK_SHARE;

/** A room whose updates cost what `costs` says of their sender; the stopwatch moves only by that. */
async function openPaying(costs: { steps?: (who: string) => number; ms?: (who: string) => number }) {
  let worked = 0;
  const judged: string[] = [];
  const rules: Rules = {
    check(_decoded, _doc, { participant }) {
      judged.push(participant);
      worked += costs.ms?.(participant) ?? 0;
      return { ok: true, steps: costs.steps?.(participant) ?? 0 };
    },
    pause: () => null,
    pauseMark: null,
    complete() {},
  };
  return { ...(await openHarness(rules, () => worked)), judged };
}

const TEN_AT_MOST = { steps: (who: string) => (who === 'greedy' ? STEPS_PER_MINUTE / 10 : 1) };

describe('[CHARGE1] steps beyond what one person may cause in a minute', () => {
  it('are held, not lost: told, not read, and asked for when the minute has them again', async () => {
    const { clock, tab, storedDoc } = await openPaying(TEN_AT_MOST);
    const greedy = tab('greedy');
    await clock.advance(50);
    for (let index = 0; index < 11; index += 1) greedy.set(`k${index}`, index);
    await clock.advance(100);
    expect(greedy.peer.of('nack')).toMatchObject([{ code: 'rate' }]);
    expect([...greedy.peer.pausedFor]).toEqual(['debt']);
    expect(storedDoc().getMap('factors').has('k10')).toBe(false);
    await clock.advance(7_000);
    expect(storedDoc().getMap('factors').get('k10')).toBe(10);
    expect([greedy.peer.paused, greedy.acked, greedy.peer.closedWith]).toEqual([false, greedy.counted, null]);
  });

  it('a stock client waits and has its words taken in, without being let go', async () => {
    const { clock, room, tab, storedDoc } = await openPaying(TEN_AT_MOST);
    tab('other');
    const stock = new Tab(room, clock, 'greedy', 'participant', false).join();
    await clock.advance(50);
    for (let index = 0; index < 11; index += 1) stock.set(`k${index}`, index);
    await clock.advance(100);
    expect([stock.peer.paused, stock.peer.of('nack')]).toEqual([true, []]);
    await clock.advance(7_000);
    expect(storedDoc().getMap('factors').get('k10')).toBe(10);
    expect([stock.peer.paused, stock.peer.closedWith]).toEqual([false, null]);
  });

  it('hold all tabs of that person, also one that comes meanwhile, and no other person', async () => {
    const { clock, tab, storedDoc } = await openPaying(TEN_AT_MOST);
    const [one, two, other] = [tab('greedy'), tab('greedy'), tab('other')];
    await clock.advance(50);
    for (let index = 0; index < 11; index += 1) one.set(`k${index}`, index);
    await clock.advance(100);
    const three = tab('greedy');
    other.set('mine', 1);
    await clock.advance(100);
    expect([one, two, three, other].map(({ peer }) => peer.paused)).toEqual([true, true, true, false]);
    expect(storedDoc().getMap('factors').get('mine')).toBe(1);
    await clock.advance(7_000);
    expect([one, two, three].map(({ peer }) => peer.paused)).toEqual([false, false, false]);
  });

  it('one update of more than a minute is taken once a whole minute is there', async () => {
    const { clock, tab, storedDoc } = await openPaying({ steps: () => STEPS_PER_MINUTE * 3 });
    const greedy = tab('greedy');
    await clock.advance(50);
    greedy.set('a', 1);
    greedy.set('b', 2);
    await clock.advance(59_000);
    expect(storedDoc().getMap('factors').has('b')).toBe(false);
    await clock.advance(EXTRA_WAIT_MS + 2_000);
    expect(storedDoc().getMap('factors').get('b')).toBe(2);
  });
});

it('[CHARGE1] steps that were counted before an update was refused are paid too', async () => {
  const rules: Rules = {
    check: () => ({ ok: false, code: 'size', reason: '', steps: STEPS_PER_MINUTE / 2 }),
    pause: () => null,
    pauseMark: null,
    complete() {},
  };
  const { clock, tab } = await openHarness(rules);
  const greedy = tab('greedy');
  await clock.advance(50);
  for (const key of ['a', 'b']) greedy.set(key, 1);
  await clock.advance(50);
  expect(greedy.peer.paused).toBe(false);
  for (const key of ['c', 'd']) greedy.set(key, 1);
  await clock.advance(50);
  expect([greedy.peer.paused, greedy.peer.of('nack').length]).toEqual([true, 3]);
});

describe('[CHARGE2] the time that work takes', () => {
  it('is paid by who caused it: none of their tabs is read until a tenth of the loop has made up for it', async () => {
    const { clock, tab, storedDoc } = await openPaying({
      ms: (who) => (who === 'greedy' ? WORK_BURST_MS + 100 : 0),
    });
    const [one, two, other] = [tab('greedy'), tab('greedy'), tab('other')];
    await clock.advance(50);
    one.set('heavy', 1);
    other.set('light', 1);
    await clock.advance(100);
    expect(storedDoc().getMap('factors').toJSON()).toMatchObject({ heavy: 1, light: 1 });
    expect([one, two, other].map(({ peer }) => peer.paused)).toEqual([true, true, false]);
    await clock.advance(EXTRA_WAIT_MS);
    expect([one, two].map(({ peer }) => peer.paused)).toEqual([true, true]);
    await clock.advance(1_000);
    expect([one, two].map(({ peer }) => peer.paused)).toEqual([false, false]);
  });

  it('holds what waits in the inbox as well, and takes it in when it is paid', async () => {
    const { clock, tab, storedDoc } = await openPaying({
      ms: (who) => (who === 'greedy' ? WORK_BURST_MS + 100 : 0),
    });
    const greedy = tab('greedy');
    await clock.advance(50);
    greedy.set('a', 1);
    greedy.set('b', 2);
    await clock.advance(500);
    expect(storedDoc().getMap('factors').has('b')).toBe(false);
    await clock.advance(EXTRA_WAIT_MS + 2_000);
    expect(storedDoc().getMap('factors').get('b')).toBe(2);
  });

  it('of who left in debt is paid before their last words are taken in; none is lost', async () => {
    const { clock, registry, tab, storedDoc } = await openPaying({ ms: () => WORK_BURST_MS + 100 });
    const [greedy, other] = [tab('greedy'), tab('other')];
    await clock.advance(50);
    greedy.set('a', 1);
    greedy.set('b', 2);
    await clock.advance(100);
    greedy.leave();
    other.leave();
    await clock.advance(EXTRA_WAIT_MS + 2_000);
    expect(storedDoc().getMap('factors').get('b')).toBe(2);
    registry.released(key);
    await clock.advance(EVICT_IDLE_MS + 1_000);
    expect([registry.peek(key), clock.waiting]).toEqual([null, 0]);
  });

  it('is nothing that a server which ends waits for', async () => {
    const { clock, registry, tab, storedDoc } = await openPaying({ ms: () => WORK_BURST_MS * 60 });
    const greedy = tab('greedy');
    await clock.advance(50);
    greedy.set('a', 1);
    greedy.set('b', 2);
    await clock.advance(100);
    const closing = registry.closeAll('restart', 1_000);
    await clock.advance(900);
    await closing;
    expect(storedDoc().getMap('factors').get('b')).toBe(2);
  });
});

it('[CHARGE7] work that holds up the loop for long costs more, and not without an end', () => {
  expect([0, 5, 20, 30, 90, 2_400].map(costOf)).toEqual([0, 5, 20, 70, 370, 3_400]);
});

describe('[CHARGE3] in one tick', () => {
  const HALF = TICK_WORK_MS / 2 + 1;

  it('the turn goes round, and who used the server least goes first', async () => {
    const { clock, judged, tab } = await openPaying({ ms: (who) => (who === 'greedy' ? HALF : 1) });
    const tabs = Array.from({ length: 8 }, () => tab('greedy'));
    const honest = tab('honest');
    await clock.advance(50);
    for (const [index, one] of tabs.entries()) one.set(`first${index}`, 1);
    await clock.advance(1_000);
    judged.length = 0;
    for (const [index, one] of tabs.entries()) one.set(`k${index}`, 1);
    honest.set('mine', 1);
    await clock.advance(1_000);
    expect(judged).toEqual(['honest', ...tabs.map(() => 'greedy')]);
    expect([...tabs, honest].map((one) => one.counted - one.acked)).toEqual([...tabs, honest].map(() => 0));
  });

  it('work is bounded: the rest goes into further ticks', async () => {
    const { clock, room, tab } = await openPaying({ ms: (who) => (who === 'greedy' ? HALF : 0) });
    const greedy = tab('greedy');
    await clock.advance(50);
    const seq = room.seq;
    for (let index = 0; index < 10; index += 1) greedy.set(`k${index}`, index);
    await clock.advance(200);
    expect([room.seq - seq, greedy.acked]).toEqual([5, greedy.counted]);
  });

  it('and in all rooms together: once it is used up the loop looks at its sockets first', async () => {
    const clock = new ManualClock();
    const ledger = new WorkLedger(clock, () => 0);
    const done: string[] = [];
    clock.soon(() => {
      ledger.whenLoopIsFree(() => {
        done.push('a room');
        ledger.spend(TICK_WORK_MS);
      });
      ledger.whenLoopIsFree(() => done.push('another room'));
    });
    clock.soon(() => done.push('sockets'));
    await clock.advance(0);
    expect(done).toEqual(['a room', 'sockets', 'another room']);
  });

  it('bytes are bounded, so that those who get them have no more to draw at once', async () => {
    const { clock, room, tab } = await openPaying({});
    const [pasting, reading] = [tab('pasting'), tab('reading')];
    await clock.advance(50);
    for (let index = 0; index < 20; index += 1) pasting.set(`k${index}`, 'x'.repeat(TICK_BYTES / 4));
    await clock.advance(1_000);
    const sizes = reading.peer.of('update').map(({ update }) => update.length);
    expect(reading.get('k19')).toBe(pasting.get('k19'));
    expect(Math.max(...sizes)).toBeLessThan(TICK_BYTES * 1.5);
    expect(room.seq).toBeLessThan(10);
  });

  it('what the server changes itself is not kept waiting by any person', async () => {
    const { clock, judged, room, tab } = await openPaying({ ms: () => TICK_WORK_MS });
    const greedy = tab('greedy');
    await clock.advance(50);
    for (let index = 0; index < 20; index += 1) greedy.set(`k${index}`, index);
    void room.edit(() => judged.push('the server'));
    await clock.advance(20 * TICK_WORK_MS * 10);
    expect([judged.indexOf('the server'), judged.length]).toEqual([1, 21]);
  });

  it('each tick is one commit, and nothing is shown before it', async () => {
    const { clock, faults, tab } = await openPaying({ ms: () => TICK_WORK_MS });
    const [greedy, other] = [tab('greedy'), tab('other')];
    await clock.advance(50);
    faults.appendError = 'full';
    for (let index = 0; index < 5; index += 1) greedy.set(`k${index}`, index);
    await clock.advance(2_000);
    expect([other.get('k0'), greedy.acked < greedy.counted]).toEqual([undefined, true]);
    faults.appendError = null;
    await clock.advance(10_000);
    expect([other.get('k4'), greedy.acked]).toEqual([4, greedy.counted]);
  });
});

it('[CHARGE4] an update is decoded when it is the turn of its sender, not when it arrives', async () => {
  const { clock, room, tab } = await openPaying({});
  const greedy = tab('greedy');
  await clock.advance(50);
  greedy.set('a', 1);
  await clock.advance(50);
  let looks = 0;
  const watched = new Proxy(Y.encodeStateAsUpdate(greedy.doc), {
    get(bytes, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      const value: unknown = Reflect.get(bytes, key, bytes);
      return typeof value === 'function' ? value.bind(bytes) : value;
    },
  });
  room.receive(greedy.seat, { type: 'update', update: watched });
  greedy.counted += 1;
  expect(looks).toBe(0);
  await clock.advance(50);
  expect([looks > 5, greedy.acked]).toEqual([true, greedy.counted]);
  room.receive(greedy.seat, message(encodeUpdateFrame(Uint8Array.of(1, 1, 200, 3, 9))));
  greedy.counted += 1;
  expect(greedy.peer.of('nack')).toEqual([]);
  await clock.advance(100);
  expect(greedy.peer.of('nack')).toMatchObject([{ n: greedy.counted, code: 'malformed' }]);
});

it('[CHARGE4] who sends more than may wait is not read while the store stalls, and is again when it does not', async () => {
  const { clock, faults, tab } = await openPaying({});
  const [greedy, honest] = [tab('greedy'), tab('honest')];
  await clock.advance(50);
  const release = faults.stall();
  honest.set('begins', 1);
  await clock.advance(50);
  for (let index = 0; index < 6; index += 1) greedy.set(`k${index}`, 'x'.repeat(100_000));
  honest.set('goes on', 1);
  await clock.advance(50);
  expect([[...greedy.peer.pausedFor], honest.peer.paused]).toEqual([['room'], false]);
  release();
  await clock.advance(5_000);
  expect([greedy.peer.paused, greedy.acked, honest.acked]).toEqual([false, greedy.counted, honest.counted]);
});

it('[CHARGE5] honest work of a minute costs nobody a pause: 45 people who type, ten of whom paste', async () => {
  const { clock, tab } = await openPaying({ steps: () => 80_000, ms: () => 3 });
  const people = Array.from({ length: 45 }, (_, index) => tab(`p${index}`));
  await clock.advance(50);
  let stops = 0;
  for (const { peer } of people) {
    const pause = peer.pause.bind(peer);
    peer.pause = (why) => {
      stops += 1;
      pause(why);
    };
  }
  for (let second = 0; second < 60; second += 6) {
    for (const [index, one] of people.entries()) one.set(`k${index}-${second % 7}`, second);
    if (second % 12 === 0) {
      const pasted = new Y.Doc();
      pasted.getMap('factors').set(`p${second}`, 'x'.repeat(60_000));
      for (const one of people.slice(0, 10)) Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(pasted));
    }
    await clock.advance(6_000);
  }
  expect(stops).toBe(0);
  expect(people.map((one) => one.counted - one.acked)).toEqual(people.map(() => 0));
});
