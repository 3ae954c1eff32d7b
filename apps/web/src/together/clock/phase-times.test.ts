import { phaseSchema, sessionSchema } from '@coherence/board';
import { describe, expect, it, test } from 'vitest';
import { hasEnded, minutesBehind, plannedEnds, timesOf, unusedMinutes } from './phase-times.ts';

const MINUTE = 60_000;
const DAY = 24 * 60;
const agenda = [10, 20, 30, 5, 5, 5, 5].map((minutes, index) =>
  phaseSchema.parse({ id: `p${index}`, kind: 'write', title: `P${index}`, minutes }),
);
/** `moves`: phase and the minute in which the room went there; `end`: the minute in which its clock ends. */
const session = (moves: [string | null, number][], end: number | null) => {
  const [id, at] = moves.at(-1) ?? [null, 0];
  return sessionSchema.parse({
    agenda,
    went: moves.map(([phase, minute]) => ({ phase, at: minute * MINUTE })),
    phase: id === null ? null : { id, startedAt: at * MINUTE, endsAt: end === null ? null : end * MINUTE },
  });
};

describe('the plan and the clock', () => {
  it.each([
    ['as planned', session([['p0', 0]], 10), 3, 0],
    ['after one more minute', session([['p0', 0]], 11), 3, 1],
    ['when the clock is over', session([['p0', 0]], 10), 14, 4],
    [
      'when the second began late',
      session(
        [
          ['p0', 0],
          ['p1', 13],
        ],
        33,
      ),
      14,
      3,
    ],
    [
      'when the second began early',
      session(
        [
          ['p0', 0],
          ['p1', 8],
        ],
        28,
      ),
      9,
      -2,
    ],
    ['from the middle', session([['p2', 100]], 130), 101, 0],
    [
      'after free working',
      session(
        [
          ['p0', 0],
          [null, 50],
          ['p1', 100],
        ],
        120,
      ),
      101,
      0,
    ],
    ['without a clock', session([['p0', 0]], null), 12, 2],
    ['left over night', session([['p0', 0]], 10), DAY, null],
    [
      'in free working',
      session(
        [
          ['p0', 0],
          [null, 50],
        ],
        null,
      ),
      60,
      null,
    ],
    [
      'where the first phase is gone',
      session(
        [
          ['gone', 0],
          ['p1', 10],
        ],
        30,
      ),
      12,
      null,
    ],
  ])('%s', (_name, given, now, expected) => {
    expect(minutesBehind(given, now * MINUTE)).toBe(expected);
  });

  it('say when each phase ends, from the start that is meant or from now on', () => {
    const minutes = (given: ReturnType<typeof session>, startsAt: number, now: number) =>
      [...plannedEnds(given, startsAt * MINUTE, now * MINUTE)]
        .slice(0, 3)
        .map(([id, at]) => [id, at / MINUTE]);
    expect(minutes(session([], null), 100, 0)).toEqual([
      ['p0', 110],
      ['p1', 130],
      ['p2', 160],
    ]);
    expect(minutes(session([['p1', 13]], 33), 0, 40)).toEqual([
      ['p1', 40],
      ['p2', 70],
      ['p3', 75],
    ]);
  });

  it('know every time a phase was on', () => {
    const moved = session(
      [
        ['p0', 0],
        ['p1', 1],
        ['p0', 2],
      ],
      null,
    );
    expect(timesOf(moved, 'p0')).toEqual([
      { from: 0, to: MINUTE },
      { from: 2 * MINUTE, to: Number.POSITIVE_INFINITY },
    ]);
  });
});

describe('the minutes a phase has not used', () => {
  const after = (...went: [string | null, number][]) =>
    unusedMinutes(session(went, null), { id: 'p1', minutes: 20 });

  it('are what all the times it was on leave of its plan', () => {
    expect(after(['p1', 0], ['p2', 14])).toBe(6);
    expect(after(['p1', 0], ['p2', 5], ['p1', 9], ['p0', 12.5])).toBe(11);
  });

  it.each([
    ['was never on', after(['p0', 0], ['p2', 14])],
    ['was on by mistake', after(['p1', 0], ['p2', 0.5])],
    ['has used them all', after(['p1', 0], ['p2', 19.5])],
    ['was on before people worked freely', after(['p1', 0], [null, 14])],
    ['is on', after(['p1', 0])],
    [
      'has no clock',
      unusedMinutes(
        session(
          [
            ['p1', 0],
            ['p2', 3],
          ],
          null,
        ),
        { id: 'p1', minutes: 0 },
      ),
    ],
  ])('are nothing to choose where it %s', (_name, left) => {
    expect(left).toBeNull();
  });
});

test('a session is over once the room has gone back to free working, not before it began', () => {
  expect(hasEnded(session([], null))).toBe(false);
  expect(hasEnded(session([['p0', 0]], 10))).toBe(false);
  expect(
    hasEnded(
      session(
        [
          ['p0', 0],
          [null, 5],
        ],
        null,
      ),
    ),
  ).toBe(true);
});
