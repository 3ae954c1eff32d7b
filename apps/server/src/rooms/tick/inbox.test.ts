import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../time/manual-clock.ts';
import {
  INBOX_HIGH_BYTES,
  INBOX_HIGH_ITEMS,
  PERSON_HIGH_BYTES,
  PERSON_HIGH_ITEMS,
} from '../charge/charge-limits.ts';
import { Seat } from '../presence/seat.ts';
import { FakePeer } from '../testing/room-harness.ts';
import { Inbox } from './inbox.ts';

const clock = new ManualClock();

/** An inbox, tabs of people who send to it, and ticks that take so many messages. */
function openInbox() {
  const inbox = new Inbox();
  const tab = (participant: string) => {
    const peer = new FakePeer();
    const seat = new Seat(peer, { participant, name: '', unit: '', role: 'participant' }, clock);
    const send = (bytes: number, times = 1) => {
      for (let sent = 0; sent < times; sent += 1) {
        const update = new Uint8Array(bytes);
        inbox.push({ kind: 'update', seat, n: 1, update, decoded: null, whole: false }, 0);
      }
    };
    return { peer, send, seat };
  };
  const tick = (messages: number) => {
    let taken = 0;
    const taker = {
      get isFull() {
        return taken >= messages;
      },
    };
    for (const _item of inbox.take(taker)) taken += 1;
    inbox.resume();
  };
  return { inbox, tab, tick };
}

const MANY_BYTES = PERSON_HIGH_BYTES / 8;

describe('[CHARGE4] what waits of one person', () => {
  it.each([
    ['bytes', MANY_BYTES, 8],
    ['messages', 1, PERSON_HIGH_ITEMS],
  ])(
    'has its share of %s: past that the tab is not read, until half of it has been taken',
    (_what, bytes, most) => {
      const { tab, tick } = openInbox();
      const [greedy, honest] = [tab('greedy'), tab('honest')];
      greedy.send(bytes, most);
      expect(greedy.peer.paused).toBe(false);
      greedy.send(bytes);
      honest.send(bytes);
      expect([[...greedy.peer.pausedFor], honest.peer.paused]).toEqual([['room'], false]);
      tick(most / 2 - 1);
      expect(greedy.peer.paused).toBe(true);
      tick(3);
      expect(greedy.peer.paused).toBe(false);
    },
  );

  it.each([
    ['bytes', MANY_BYTES, 8],
    ['messages', 1, PERSON_HIGH_ITEMS],
  ])('is counted over all their tabs in %s, and each that goes on is not read', (_what, bytes, most) => {
    const { tab } = openInbox();
    const tabs = [tab('greedy'), tab('greedy')];
    for (const { send } of tabs) send(bytes, most / 2);
    expect(tabs.some(({ peer }) => peer.paused)).toBe(false);
    for (const { send } of tabs) send(bytes);
    expect(tabs.every(({ peer }) => peer.paused)).toBe(true);
  });
});

describe('[CHARGE4] what waits of all people', () => {
  it.each([
    ['bytes', MANY_BYTES, INBOX_HIGH_BYTES / MANY_BYTES],
    ['messages', 1, INBOX_HIGH_ITEMS],
  ])('has a bound in %s: who goes on past it is not read until the next tick', (_what, bytes, most) => {
    const { tab, tick } = openInbox();
    const people = Array.from({ length: 16 }, (_, at) => tab(`p${at}`));
    for (let sent = 0; sent < most; sent += 1) people[sent % people.length]?.send(bytes);
    expect(people.some(({ peer }) => peer.paused)).toBe(false);
    const [one, ...others] = people;
    one?.send(bytes);
    expect([one?.peer.paused, others.some(({ peer }) => peer.paused)]).toEqual([true, false]);
    tick(1);
    expect(one?.peer.paused).toBe(false);
  });
});
