import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { AwakeDocuments } from './awake-documents.ts';

const LIMITS = { bytes: 100, idleMs: 50 };

interface Board {
  readonly mayNot: boolean;
  bytes: number;
  usedAt: number;
  isAwake: boolean;
  sleep(): void;
}

function board(awake: AwakeDocuments, mayNot: boolean): Board {
  const one: Board = {
    mayNot,
    bytes: 0,
    usedAt: 0,
    isAwake: false,
    sleep() {
      if (mayNot) return;
      one.isAwake = false;
      awake.gone(one);
    },
  };
  return one;
}

const turn = fc.record({ at: fc.nat(5), bytes: fc.nat(60), pause: fc.integer({ min: 1, max: 30 }) });

it('keeps to its budget as far as documents in use and those that may not sleep allow, oldest first', () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
      const awake = new AwakeDocuments(LIMITS);
      const boards = Array.from({ length: 6 }, (_, at) => board(awake, at === 0));
      let now = 0;
      for (const { at, bytes, pause } of turns) {
        now += pause;
        const one = boards[at];
        if (one === undefined) continue;
        Object.assign(one, { bytes, usedAt: now, isAwake: true });
        const before = boards.filter(({ isAwake }) => isAwake);
        awake.used(one, bytes, now);
        const after = boards.filter(({ isAwake }) => isAwake);
        const idle = after.filter(({ usedAt, mayNot }) => !mayNot && now - usedAt >= LIMITS.idleMs);
        const held = after.reduce((sum, other) => sum + other.bytes, 0);
        if (held > LIMITS.bytes) expect(idle).toEqual([]);
        const slept = before.filter(({ isAwake }) => !isAwake);
        for (const asleep of slept) {
          expect(now - asleep.usedAt).toBeGreaterThanOrEqual(LIMITS.idleMs);
          for (const other of idle) expect(other.usedAt).toBeGreaterThanOrEqual(asleep.usedAt);
        }
        if (slept.length > 0) {
          const last = slept.reduce((newest, other) => (other.usedAt > newest.usedAt ? other : newest));
          expect(held + last.bytes).toBeGreaterThan(LIMITS.bytes);
        }
      }
    }),
  );
});

it('forgets what a document held that is gone', () => {
  const awake = new AwakeDocuments(LIMITS);
  const [first, second] = [board(awake, false), board(awake, false)];
  awake.used(first, 80, 0);
  awake.gone(first);
  awake.used(second, 80, 100);
  second.isAwake = true;
  awake.used(first, 10, 200);
  expect(second.isAwake).toBe(true);
});
