import { decodeFrame, removedStateBytes, type Role } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import { MAX_CURSORS, SLOT_REST_MS } from './cursor-slots.ts';
import { ManualClock } from '../../time/manual-clock.ts';
import { GRACE_MS, Presence, presenceTickMs, SILENCE_MS } from './presence.ts';
import { FakePeer } from '../testing/room-harness.ts';
import { Seat } from './seat.ts';

function open() {
  const clock = new ManualClock();
  const frames: { clientId: number; clock: number; state: Record<string, unknown> | null }[][] = [];
  const read = (frame: Uint8Array) => {
    const decoded = decodeFrame(frame);
    if (!decoded.ok || decoded.value.type !== 'awareness') throw new Error('a presence frame expected');
    return decoded.value.entries.map((one) => ({
      clientId: one.clientId,
      clock: one.clock,
      state: JSON.parse(new TextDecoder().decode(one.stateBytes)) as Record<string, unknown> | null,
    }));
  };
  const presence = new Presence(clock, (frame) => frames.push(read(frame)));
  const seat = (participant: string, role: Role = 'participant') => {
    const person = { participant, name: `Name of ${participant}`, unit: 'u1', role };
    const opened = new Seat(new FakePeer(), person, clock);
    opened.onBecame = () => presence.identify(opened);
    return opened;
  };
  const say = (from: Seat, clientId: number, at: number, state: string | null) =>
    presence.receive(from, [
      {
        clientId,
        clock: at,
        stateBytes: state === null ? removedStateBytes() : new TextEncoder().encode(state),
      },
    ]);
  return { clock, frames, presence, seat, say, everybody: () => read(presence.everybody()) };
}

describe('presence', () => {
  it('gathers what changed into one frame a tick', async () => {
    const { clock, frames, seat, say } = open();
    const [dana, omar] = [seat('dana'), seat('omar')];
    say(dana, 1, 1, '{"x":1}');
    await clock.advance(1);
    say(dana, 1, 2, '{"x":2}');
    say(dana, 1, 3, '{"x":3}');
    say(omar, 2, 1, '{"x":9}');
    await clock.advance(100);
    expect(frames).toMatchObject([
      [{ clientId: 1, clock: 1, state: { x: 1 } }],
      [
        { clientId: 1, clock: 3, state: { x: 3 } },
        { clientId: 2, clock: 1, state: { x: 9 } },
      ],
    ]);
  });

  it('lets a tab speak for itself only: echoes and forgeries go nowhere', async () => {
    const { clock, frames, seat, say, everybody } = open();
    const [dana, omar] = [seat('dana'), seat('omar')];
    say(dana, 1, 1, '{"at":"dana"}');
    say(omar, 2, 1, '{"at":"omar"}');
    await clock.advance(100);
    const count = frames.length;
    say(omar, 1, 5, '{"at":"forged"}');
    say(omar, 1, 5, null);
    say(seat('new'), 1, 9, '{"at":"forged"}');
    await clock.advance(1_000);
    expect(frames.length).toBe(count);
    expect(everybody().map((one) => one.state?.['at'])).toEqual(['dana', 'omar']);
  });

  it('shows a lost connection a little longer, and keeps the clock when it removes', async () => {
    const { clock, frames, presence, seat, say } = open();
    const dana = seat('dana');
    say(dana, 1, 4, '{"at":"dana"}');
    presence.leave(dana, true);
    await clock.advance(GRACE_MS - 10);
    expect(presence.size).toBe(1);
    await clock.advance(500);
    expect(frames.at(-1)).toEqual([{ clientId: 1, clock: 4, state: null }]);
  });

  it('does not flicker when the same person is back in time, and the old end cannot remove the new', async () => {
    const { clock, frames, presence, seat, say } = open();
    const [old, back] = [seat('dana'), seat('dana')];
    say(old, 1, 4, '{"at":"dana"}');
    say(back, 1, 5, '{"at":"dana"}');
    presence.leave(old, true);
    await clock.advance(GRACE_MS * 2);
    expect(presence.size).toBe(1);
    expect(frames.flat().map((one) => one.state)).not.toContain(null);
  });

  it('forgets at once who says goodbye, and later who falls silent', async () => {
    const { clock, presence, seat, say } = open();
    const [dana, omar] = [seat('dana'), seat('omar')];
    say(dana, 1, 1, '{"at":"dana"}');
    say(omar, 2, 1, '{"at":"omar"}');
    say(dana, 1, 2, null);
    expect(presence.size).toBe(1);
    await clock.advance(SILENCE_MS + 11_000);
    expect(presence.size).toBe(0);
    await clock.advance(1_000);
    expect(clock.waiting).toBe(0);
  });

  it('passes on nothing that stock clients could stumble over', async () => {
    const { clock, frames, seat, say } = open();
    const mallory = seat('mallory');
    for (const bad of ['{"broken"', '7', '[]', '"text"', JSON.stringify({ long: 'x'.repeat(4_050) })]) {
      say(mallory, 1, 1, bad);
    }
    await clock.advance(1_000);
    expect(frames).toEqual([]);
  });

  it('slows down with the crowd and with the size of its frames', () => {
    expect([1, 11, 51, 201].map((people) => presenceTickMs(people, 0))).toEqual([50, 100, 200, 400]);
    expect(presenceTickMs(10, 64 * 1024)).toBe(1000);
  });

  it('[PRESENCE1] says who a person really is, whatever their tab claims', async () => {
    const { seat, say, everybody } = open();
    const forged = { participantId: 'omar', name: 'Omar', unit: 'u9', role: 'facilitator', view: 'map' };
    say(seat('mallory'), 1, 1, JSON.stringify(forged));
    say(seat('quiet'), 2, 1, JSON.stringify({ ...forged, name: null }));
    const truth = { participantId: 'mallory', name: 'Name of mallory', unit: 'u1', role: 'participant' };
    expect(everybody().map((one) => one.state)).toEqual([
      { ...truth, view: 'map' },
      { ...truth, view: 'map', participantId: 'quiet', name: null },
    ]);
  });

  it('[PRESENCE2] shows another role, name and unit at once, whatever a tab repeats or keeps to itself', async () => {
    const { clock, frames, seat, say, everybody } = open();
    const [dana, quiet] = [seat('dana', 'facilitator'), seat('quiet', 'facilitator')];
    say(dana, 1, 7, '{"name":"Dana","view":"map"}');
    say(quiet, 2, 1, '{"name":null}');
    await clock.advance(100);
    for (const one of [dana, quiet]) one.become({ name: 'Danielle', unit: 'u2', role: 'observer' });
    say(dana, 1, 7, '{"name":"Dana","view":"map"}');
    await clock.advance(100);
    const [told = [], known] = [frames.at(-1), everybody()];
    expect(told).toEqual(known);
    const now = { role: 'observer', unit: 'u2' };
    expect(known).toMatchObject([
      { clientId: 1, clock: 8, state: { ...now, name: 'Danielle', view: 'map' } },
      { clientId: 2, clock: 2, state: { ...now, name: null } },
    ]);
    say(dana, 1, 9, '{"name":"Dana","view":"grid"}');
    expect(everybody()[0]?.state).toMatchObject({ ...now, name: 'Danielle', view: 'grid' });
  });

  it('[PRESENCE2] says nothing of a tab that has not shown itself or is gone', async () => {
    const { clock, frames, presence, seat, say } = open();
    const [silent, gone] = [seat('silent'), seat('gone')];
    say(gone, 2, 1, '{}');
    presence.leave(gone, false);
    await clock.advance(100);
    const before = frames.length;
    for (const one of [silent, gone]) one.become({ name: '', unit: '', role: 'observer' });
    await clock.advance(1_000);
    expect(frames.length).toBe(before);
  });
});

describe('cursors in a crowd', () => {
  const cursor = (x: number, more: Record<string, unknown> = {}) =>
    JSON.stringify({ cursor: { x, y: 0 }, ...more });
  const shown = (states: { clientId: number; state: Record<string, unknown> | null }[]) =>
    states.filter((one) => (one.state?.['cursor'] ?? null) !== null).map((one) => one.clientId);

  /** So many people whose cursors have moved once, each in a tick of its own. */
  async function crowd(count: number) {
    const opened = open();
    const people = Array.from({ length: count }, (_, index) => opened.seat(`p${index}`));
    for (const [index, person] of people.entries()) opened.say(person, index + 1, 1, cursor(index));
    await opened.clock.advance(500);
    return { ...opened, people };
  }

  it('are all shown up to the limit, and past it those who moved first', async () => {
    const { everybody } = await crowd(60);
    expect(shown(everybody())).toEqual(Array.from({ length: MAX_CURSORS }, (_, index) => index + 1));
    expect(everybody()).toHaveLength(60);
  });

  it('that are not shown cost nothing when they move', async () => {
    const { clock, frames, people, say } = await crowd(60);
    const before = frames.length;
    for (let step = 2; step < 20; step += 1) {
      for (const [index, person] of people.entries())
        if (index >= MAX_CURSORS) say(person, index + 1, step, cursor(step));
      await clock.advance(60);
    }
    expect(frames.length).toBe(before);
    const [hidden] = people.slice(MAX_CURSORS);
    if (hidden !== undefined) say(hidden, MAX_CURSORS + 1, 30, cursor(1, { editing: 'f1' }));
    await clock.advance(500);
    expect(frames.at(-1)).toMatchObject([
      { clientId: MAX_CURSORS + 1, state: { editing: 'f1', cursor: null } },
    ]);
  });

  it('take the place of one that rests or leaves, never of one that moves', async () => {
    const { clock, everybody, people, presence, say } = await crowd(MAX_CURSORS + 2);
    const [first, second, late, later] = [people[0], people[1], people[MAX_CURSORS], people[MAX_CURSORS + 1]];
    if (!first || !second || !late || !later) throw new Error('too few people');
    await clock.advance(SLOT_REST_MS);
    for (const [index, person] of people.slice(1, MAX_CURSORS).entries())
      say(person, index + 2, 2, cursor(9));
    say(late, MAX_CURSORS + 1, 2, cursor(9));
    say(later, MAX_CURSORS + 2, 2, cursor(9));
    expect(shown(everybody())).toContain(MAX_CURSORS + 1);
    expect(shown(everybody())).not.toContain(MAX_CURSORS + 2);
    presence.leave(second, false);
    say(later, MAX_CURSORS + 2, 3, cursor(10));
    expect(shown(everybody())).toContain(MAX_CURSORS + 2);
  });

  it('of who leads come first', async () => {
    const { clock, everybody, say, seat } = await crowd(MAX_CURSORS);
    await clock.advance(10);
    say(seat('dana', 'facilitator'), 100, 1, cursor(1));
    say(seat('lee'), 101, 1, cursor(1, { pointing: true }));
    say(seat('ann'), 102, 1, cursor(1));
    expect(shown(everybody()).filter((id) => id >= 100)).toEqual([100, 101]);
  });
});
