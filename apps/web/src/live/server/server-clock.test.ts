import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openServerClock, timeSaid } from './server-clock.ts';

const SERVER_AHEAD = 90_000;

/** A device whose wall clock is 90 s behind the server, and answers that take their time. */
function device() {
  let steady = 1000;
  let wall = 5_000_000;
  let server = wall + SERVER_AHEAD;
  const clock = openServerClock({ steady: () => steady, wall: () => wall });
  const pass = (ms: number) => {
    steady += ms;
    wall += ms;
    server += ms;
  };
  return {
    clock,
    pass,
    error: () => clock.now() - server,
    setWall: (ms: number) => (wall += ms),
    setServer: (ms: number) => (server += ms),
    sleep(ms: number) {
      wall += ms;
      server += ms;
    },
    ask(thereMs: number, backMs: number, exact = true) {
      const sentAt = steady;
      pass(thereMs);
      const said = exact ? timeSaid(null, { now: server }) : timeSaid(new Date(server).toUTCString(), {});
      pass(backMs);
      if (said === null) throw new Error('no time was said');
      clock.addSample({ sentAt, heardAt: steady, ...said });
    },
  };
}

describe('the time of the server', () => {
  it("is the device's own until the server was heard, and then the server's", () => {
    const { clock, error, ask, pass } = device();
    expect(clock.isUnsure()).toBe(true);
    expect(error()).toBe(-SERVER_AHEAD);
    ask(40, 40);
    expect(clock.isUnsure()).toBe(false);
    expect(Math.abs(error())).toBeLessThanOrEqual(1);
    pass(600_000);
    expect(Math.abs(error())).toBeLessThanOrEqual(1);
  });

  it('is never wrong by more than half of the way of the quickest answer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
          minLength: 1,
        }),
        (answers) => {
          const { ask, pass, error } = device();
          for (const [there, back] of answers) {
            ask(there, back);
            pass(333);
          }
          const quickest = Math.min(...answers.map(([there, back]) => there + back));
          expect(Math.abs(error())).toBeLessThanOrEqual(quickest / 2 + 1);
        },
      ),
    );
  });

  it('comes from the seconds of HTTP dates too, closer with every answer', () => {
    const { ask, pass, error } = device();
    ask(5, 5, false);
    expect(Math.abs(error())).toBeLessThanOrEqual(505);
    for (let answer = 0; answer < 20; answer += 1) {
      pass(1370);
      ask(5, 5, false);
    }
    expect(Math.abs(error())).toBeLessThanOrEqual(60);
  });

  it('stays right when the clock of the device is set, and asks to be sure', () => {
    const { clock, ask, setWall, error } = device();
    ask(10, 10);
    setWall(-3_600_000);
    expect(clock.isUnsure()).toBe(true);
    ask(10, 10);
    expect(clock.isUnsure()).toBe(false);
    expect(Math.abs(error())).toBeLessThanOrEqual(1);
  });

  it('goes on through sleep, in which the steady clock may stand still', () => {
    const { clock, ask, sleep, error } = device();
    ask(10, 10);
    sleep(1_800_000);
    expect(clock.isUnsure()).toBe(true);
    expect(Math.abs(error())).toBeLessThanOrEqual(1);
  });

  it('begins anew where the clock of the server was set', () => {
    const { ask, setServer, error } = device();
    ask(10, 10);
    setServer(120_000);
    ask(200, 200);
    expect(Math.abs(error())).toBeLessThanOrEqual(201);
  });

  it('tells who listens that it was heard', () => {
    const { clock, ask } = device();
    let told = 0;
    const stop = clock.subscribe(() => (told += 1));
    ask(1, 1);
    stop();
    ask(1, 1);
    expect(told).toBe(1);
  });
});

it('an answer without a time says none', () => {
  expect(timeSaid(null, null)).toBeNull();
  expect(timeSaid('yesterday', { now: 'later' })).toBeNull();
  expect(timeSaid('Thu, 01 Jan 1970 00:00:05 GMT', [])).toEqual({ from: 5000, to: 6000 });
});
