import { encodeAwareness, encodeQueryAwareness, encodeSyncStep1 } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import { ANSWER_BYTES_BURST, PRESENCE_STATE_BYTES, QUESTIONS_BURST } from '../charge/charge-limits.ts';
import { message, openHarness } from '../testing/room-harness.ts';

type Harness = Awaited<ReturnType<typeof openHarness>>;
type Tab = ReturnType<Harness['tab']>;

/** Ten tabs of one person, and another person who looks on. */
async function stage() {
  const harness = await openHarness();
  const tabs = Array.from({ length: 10 }, (_, index) =>
    harness.tab('greedy', index === 0 ? 'observer' : 'observer'),
  );
  const other = harness.tab('other');
  await harness.clock.advance(100);
  let clock = 1;
  const show = (tab: Tab, clientId: number, state: unknown, at = (clock += 1)) => {
    const stateBytes = new TextEncoder().encode(JSON.stringify(state));
    harness.room.receive(tab.seat, message(encodeAwareness([{ clientId, clock: at, stateBytes }])));
  };
  const bytesOf = (tab: Tab) => tab.peer.frames.reduce((sum, frame) => sum + frame.length, 0);
  return { ...harness, tabs, other, show, bytesOf };
}

describe('[SHARE6] D3b: questions that bring everybody', () => {
  it('are answered so often for a person, over all tabs, and as often as their bytes allow', async () => {
    const { bytesOf, clock, room, show, tabs } = await stage();
    for (const [index, tab] of tabs.entries()) show(tab, 100 + index, { about: 'x'.repeat(3_800) });
    await clock.advance(1_000);
    const before = tabs.map(bytesOf).reduce((a, b) => a + b, 0);
    const answers = () => tabs.reduce((sum, tab) => sum + tab.peer.of('awareness').length, 0);
    const told = answers();
    for (let turn = 0; turn < 60; turn += 1) {
      for (const tab of tabs) room.receive(tab.seat, message(encodeQueryAwareness()));
      await clock.advance(100);
    }
    expect(answers() - told).toBeLessThanOrEqual(QUESTIONS_BURST + 2 * 6 + tabs.length);
    expect(tabs.map(bytesOf).reduce((a, b) => a + b, 0) - before).toBeLessThan(1024 * 1024);
  });

  it('a person who was sent 32 MiB in answers waits for the next, others do not', async () => {
    const { clock, other, room, tabs } = await stage();
    const [first] = tabs;
    first?.seat.budget.share.answered(ANSWER_BYTES_BURST + 2 * 1024 * 1024);
    const synced = (tab: Tab | undefined) => tab?.peer.of('sync-step-2').length ?? 0;
    const before = [synced(tabs[3]), synced(other)];
    for (const tab of [tabs[3], other]) {
      if (tab !== undefined) room.receive(tab.seat, message(encodeSyncStep1(new Uint8Array([0]))));
    }
    await clock.advance(500);
    expect([synced(tabs[3]), synced(other)]).toEqual([before[0], (before[1] ?? 0) + 1]);
    await clock.advance(5_000);
    expect(synced(tabs[3])).toBe((before[0] ?? 0) + 1);
  });

  it('ten tabs that reload twice in a row are answered at once', async () => {
    const { clock, room, tabs } = await stage();
    await clock.advance(60_000);
    const before = tabs.map((tab) => tab.peer.of('sync-step-2').length);
    for (const tab of [...tabs, ...tabs])
      room.receive(tab.seat, message(encodeSyncStep1(new Uint8Array([0]))));
    await clock.advance(1);
    expect(tabs.map((tab, index) => tab.peer.of('sync-step-2').length - (before[index] ?? 0))).toEqual(
      tabs.map(() => 2),
    );
  });
});

describe('[SHARE7] D3: what one person shows', () => {
  it('has so many bytes over all tabs; a small state of each tab is always shown', async () => {
    const { clock, other, room, show, tabs } = await stage();
    for (const [index, tab] of tabs.entries()) show(tab, 100 + index, { about: 'x'.repeat(3_800) });
    await clock.advance(1_000);
    room.receive(other.seat, message(encodeQueryAwareness()));
    const frame = other.peer.frames.at(-1);
    expect(frame?.length).toBeLessThan(PRESENCE_STATE_BYTES + 2_048);
    for (const [index, tab] of tabs.entries()) show(tab, 100 + index, { about: 'small' });
    await clock.advance(1_000);
    room.receive(other.seat, message(encodeQueryAwareness()));
    expect(other.peer.of('awareness').at(-1)?.entries).toHaveLength(10);
  });

  it('is told in so many bytes a second, over all tabs; honest cursors on two devices all are', async () => {
    const { bytesOf, clock, other, show, tabs } = await stage();
    const before = bytesOf(other);
    for (let turn = 0; turn < 200; turn += 1) {
      for (const [index, tab] of tabs.slice(0, 3).entries())
        show(tab, 100 + index, { about: 'x'.repeat(3_500), turn });
      await clock.advance(50);
    }
    expect(bytesOf(other) - before).toBeLessThan(10 * 24 * 1024 + 120 * 1024);
    const honest = await stage();
    for (let turn = 0; turn < 200; turn += 1) {
      for (const [index, tab] of honest.tabs.slice(0, 2).entries())
        honest.show(tab, 100 + index, { cursor: { x: turn, y: 1 }, about: 'x'.repeat(300) });
      await honest.clock.advance(40);
    }
    await honest.clock.advance(500);
    const last = new TextDecoder().decode(honest.other.peer.of('awareness').at(-1)?.entries[0]?.stateBytes);
    expect(last).toContain('"x":199');
  });

  it('a clock near the largest number is not taken: the next step of it would make frames unreadable', async () => {
    const { clock, other, room, show, tabs } = await stage();
    const [tab] = tabs;
    if (tab === undefined) throw new Error('no tab');
    show(tab, 100, { about: 'me' }, Number.MAX_SAFE_INTEGER);
    await clock.advance(1_000);
    tab.seat.become({ ...tab.seat.person, unit: 'another' });
    await clock.advance(1_000);
    room.receive(other.seat, message(encodeQueryAwareness()));
    // Reading what was sent throws where a frame is unreadable.
    expect(other.peer.of('awareness').at(-1)?.entries).toEqual([]);
  });
});
