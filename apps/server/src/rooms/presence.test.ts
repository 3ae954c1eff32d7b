import { decodeFrame, removedStateBytes } from '@coherence/sync';
import { describe, expect, it } from 'vitest';
import { ManualClock } from './manual-clock.ts';
import { GRACE_MS, Presence, presenceTickMs, SILENCE_MS } from './presence.ts';
import { FakePeer } from './room-harness.ts';
import { Session } from './session.ts';

function open() {
  const clock = new ManualClock();
  const frames: { clientId: number; clock: number; state: string }[][] = [];
  const read = (frame: Uint8Array) => {
    const decoded = decodeFrame(frame);
    if (!decoded.ok || decoded.value.type !== 'awareness') throw new Error('a presence frame expected');
    return decoded.value.entries.map((one) => ({
      clientId: one.clientId,
      clock: one.clock,
      state: new TextDecoder().decode(one.stateBytes),
    }));
  };
  const presence = new Presence(clock, (frame) => frames.push(read(frame)));
  const session = (participant: string) =>
    new Session(new FakePeer(), { participant, name: '', role: 'participant' }, clock);
  const say = (from: Session, clientId: number, at: number, state: string | null) =>
    presence.receive(from, [
      {
        clientId,
        clock: at,
        stateBytes: state === null ? removedStateBytes() : new TextEncoder().encode(state),
      },
    ]);
  return { clock, frames, presence, session, say, everybody: () => read(presence.everybody()) };
}

describe('presence', () => {
  it('gathers what changed into one frame a tick', async () => {
    const { clock, frames, session, say } = open();
    const [dana, omar] = [session('dana'), session('omar')];
    say(dana, 1, 1, '{"x":1}');
    await clock.advance(1);
    say(dana, 1, 2, '{"x":2}');
    say(dana, 1, 3, '{"x":3}');
    say(omar, 2, 1, '{"x":9}');
    await clock.advance(100);
    expect(frames).toEqual([
      [{ clientId: 1, clock: 1, state: '{"x":1}' }],
      [
        { clientId: 1, clock: 3, state: '{"x":3}' },
        { clientId: 2, clock: 1, state: '{"x":9}' },
      ],
    ]);
  });

  it('lets a tab speak for itself only: echoes and forgeries go nowhere', async () => {
    const { clock, frames, session, say, everybody } = open();
    const [dana, omar] = [session('dana'), session('omar')];
    say(dana, 1, 1, '"dana"');
    say(omar, 2, 1, '"omar"');
    await clock.advance(100);
    const count = frames.length;
    say(omar, 1, 5, '"forged"');
    say(omar, 1, 5, null);
    say(session('new'), 1, 9, '"forged"');
    await clock.advance(1_000);
    expect(frames.length).toBe(count);
    expect(everybody().map((one) => one.state)).toEqual(['"dana"', '"omar"']);
  });

  it('shows a lost connection a little longer, and keeps the clock when it removes', async () => {
    const { clock, frames, presence, session, say } = open();
    const dana = session('dana');
    say(dana, 1, 4, '"dana"');
    presence.leave(dana, true);
    await clock.advance(GRACE_MS - 10);
    expect(presence.size).toBe(1);
    await clock.advance(500);
    expect(frames.at(-1)).toEqual([{ clientId: 1, clock: 4, state: 'null' }]);
  });

  it('does not flicker when the same person is back in time, and the old end cannot remove the new', async () => {
    const { clock, frames, presence, session, say } = open();
    const [old, back] = [session('dana'), session('dana')];
    say(old, 1, 4, '"dana"');
    say(back, 1, 5, '"dana"');
    presence.leave(old, true);
    await clock.advance(GRACE_MS * 2);
    expect(presence.size).toBe(1);
    expect(frames.flat().map((one) => one.state)).not.toContain('null');
  });

  it('forgets at once who says goodbye, and later who falls silent', async () => {
    const { clock, presence, session, say } = open();
    const [dana, omar] = [session('dana'), session('omar')];
    say(dana, 1, 1, '"dana"');
    say(omar, 2, 1, '"omar"');
    say(dana, 1, 2, null);
    expect(presence.size).toBe(1);
    await clock.advance(SILENCE_MS + 11_000);
    expect(presence.size).toBe(0);
    await clock.advance(1_000);
    expect(clock.waiting).toBe(0);
  });

  it('passes on nothing that stock clients could stumble over', async () => {
    const { clock, frames, session, say } = open();
    say(session('mallory'), 1, 1, '{"broken"');
    await clock.advance(1_000);
    expect(frames).toEqual([]);
  });

  it('slows down with the crowd and with the size of its frames', () => {
    expect([1, 11, 51, 201].map((people) => presenceTickMs(people, 0))).toEqual([50, 100, 200, 400]);
    expect(presenceTickMs(10, 64 * 1024)).toBe(1000);
  });
});
