import { expect, it } from 'vitest';
import { ManualClock } from '../../time/manual-clock.ts';
import { UnfinishedMessages } from './unfinished.ts';
import type { Sender, Unfinished } from './unfinished.ts';

const KIB = 1024;
const LIMITS = { person: 100, board: 200, address: 300, server: 400 };

function open(limits = LIMITS) {
  const clock = new ManualClock();
  const messages = new UnfinishedMessages(clock, limits);
  const gone: string[] = [];
  const by = (name: string, sender: Partial<Sender> = {}): Unfinished => {
    const one: Unfinished = messages.by(
      { person: name, board: 'b', address: 'a', ...sender },
      () => (gone.push(name), one.end()),
    );
    return one;
  };
  return { by, clock, gone, messages };
}

it('[SHARE3] a person has so many bytes of unfinished messages, over all connections', () => {
  const { by, gone, messages } = open();
  by('other', { board: 'b2' }).occupies(90);
  const tabs = [1, 2, 3].map((tab) => by(`tab ${tab}`, { person: 'p' }));
  for (const tab of tabs) tab.occupies(33);
  expect(gone).toEqual([]);
  tabs[1]?.occupies(50);
  expect(gone).toEqual(['tab 2']);
  expect(messages.bytes).toBe(90 + 66);
});

it('[SHARE3] a board, an address and the server have so many, and the greediest pays', () => {
  const { by, gone } = open();
  by('honest').occupies(20);
  for (const name of ['x', 'y', 'z']) by(name).occupies(70);
  expect(gone).toEqual(['x']);
  for (const name of ['1', '2', '3']) by(name, { board: name }).occupies(60);
  expect(gone).toHaveLength(2);
  expect(gone).not.toContain('honest');
  for (const name of ['4', '5']) by(name, { board: name, address: name }).occupies(99);
  expect(gone).not.toContain('4');
  expect(gone.length).toBeGreaterThan(2);
});

it('[SHARE3] what has come whole is no longer counted, and who was let go never is', () => {
  const { by, messages } = open();
  const one = by('one');
  one.occupies(50);
  one.occupies(0);
  expect(messages.bytes).toBe(0);
  one.occupies(101);
  one.occupies(60);
  expect(messages.bytes).toBe(0);
});

it('[SHARE4] nobody takes for ever: after a grace a message comes at 2 KiB a second on average', async () => {
  const { by, clock, gone, messages } = open({ person: 1e9, board: 1e9, address: 1e9, server: 1e9 });
  const stuck = by('stuck');
  const phone = by('phone');
  stuck.occupies(10);
  for (let second = 1; second <= 1100; second += 1) {
    phone.occupies(second * 8 * KIB);
    if (second % 7 === 0) stuck.occupies(10 + second);
    await clock.advance(1000);
    messages.sweep();
    if (second === 29) expect(gone).toEqual([]);
    if (second === 32) expect(gone).toEqual(['stuck']);
  }
  expect(gone).toEqual(['stuck']);
});

it('[SHARE4] time in which the server itself did not read is not counted', async () => {
  const { by, clock, gone, messages } = open();
  const held = by('held');
  held.occupies(10);
  await clock.advance(100_000);
  held.notRead(90_000);
  messages.sweep();
  expect(gone).toEqual([]);
  await clock.advance(25_000);
  messages.sweep();
  expect(gone).toEqual(['held']);
});
