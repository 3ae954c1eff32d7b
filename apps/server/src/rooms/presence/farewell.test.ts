import { describe, expect, it } from 'vitest';
import { FAREWELL_MS, farewellDelays } from './farewell.ts';
import { openHarness, Tab } from '../testing/room-harness.ts';

const delaysOf = (count: number) => {
  const delay = farewellDelays(count);
  return Array.from({ length: count }, delay);
};

describe('saying goodbye', () => {
  it('spreads many over three seconds, evenly, and few over less', () => {
    const many = delaysOf(600);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const from = (tenth * FAREWELL_MS) / 10;
      const told = many.filter((at) => at >= from && at < from + FAREWELL_MS / 10).length;
      expect(told, `between ${from} ms and the next`).toBeGreaterThan(50);
      expect(told).toBeLessThan(70);
    }
    expect(delaysOf(1)).toEqual([0]);
    expect(Math.max(...delaysOf(12))).toBeLessThan(200);
  });

  it('tells all people on a stopping server to come back, one after another, after their words are stored', async () => {
    const { clock, registry, room, storedDoc } = await openHarness();
    const tabs = Array.from({ length: 300 }, (_, index) => new Tab(room, clock, `p${index}`).join());
    await clock.advance(100);
    for (const tab of tabs) tab.set(`last words of ${tab.seat.person.participant}`, true);
    const closing = registry.closeAll('restart', 5_000);
    const closedAt: number[] = [];
    for (let passed = 0; passed < FAREWELL_MS; passed += 100) {
      await clock.advance(100);
      closedAt.push(tabs.filter((tab) => tab.peer.closedWith === 'restart').length);
    }
    await closing;
    expect(closedAt.at(-1)).toBe(300);
    expect(closedAt[9]).toBeGreaterThan(70);
    expect(closedAt[9]).toBeLessThan(130);
    expect(tabs.every((tab) => tab.acked === tab.counted)).toBe(true);
    expect(storedDoc().getMap('factors').size).toBe(301);
  });
});
