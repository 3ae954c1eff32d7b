import { expect, it } from 'vitest';
import { RequestShares } from './request-shares.ts';

const MIB = 1024 * 1024;

/** How often it goes before it is refused, at most `tries` times. */
function times(tries: number, ask: () => void): number {
  for (let done = 0; done < tries; done += 1) {
    try {
      ask();
    } catch {
      return done;
    }
  }
  return tries;
}

it('[SHARE20] 300 people behind one address reload at once, while neighbours there take all they can', () => {
  const shares = new RequestShares(() => 0);
  times(20_000, () => shares.strangerAsks('nat'));
  times(20_000, () => shares.personAsks('greedy', 'elsewhere', 'nat'));
  for (let board = 0; board < 200; board += 1) shares.readAnew('nat', 20_000);
  expect(times(1, () => shares.mayRead('nat', 20_000))).toBe(0);
  const reload = (person: number) =>
    times(10, () => {
      shares.personAsks(`person ${person}`, 'board', 'nat');
      shares.mayRead('nat', 4_000);
    });
  const people = Array.from({ length: 300 }, (_, person) => reload(person));
  expect(people.every((requests) => requests === 10)).toBe(true);
});

it('[SHARE20] one person asks so often, everybody of a board so often, and changes of a large board are read so often', () => {
  const shares = new RequestShares(() => 0);
  expect(times(1_000, () => shares.personAsks('greedy', 'board', 'a'))).toBe(600);
  const crowd = Array.from({ length: 20 }, (_, person) =>
    times(600, () => shares.personAsks(`person ${person}`, 'board', 'b')),
  );
  expect(crowd.reduce((sum, one) => sum + one, 0)).toBe(6_000);
  const changed = times(1_000, () => {
    shares.mayRead('c', 20_000);
    shares.readAnew('c', 20_000);
  });
  expect(changed).toBe(150);
});

it('[SHARE24] a facilitator walks through an agenda of 40 phases at once, on a large board through some, and it is refilled', () => {
  let now = 0;
  const shares = new RequestShares(() => now);
  expect(times(40, () => shares.usesWhole('usual', 'a', 300 * 1024))).toBe(40);
  expect(times(1, () => shares.mayUseWhole('largest', 'b'))).toBe(1);
  expect(times(40, () => shares.usesWhole('largest', 'b', 7 * MIB))).toBe(3);
  expect(times(1, () => shares.mayUseWhole('largest', 'b'))).toBe(0);
  expect(times(1, () => shares.usesWhole('another', 'b', 7 * MIB))).toBe(1);
  now += 30_000;
  expect(times(40, () => shares.usesWhole('largest', 'b', 7 * MIB))).toBe(1);
  // Boards cost nothing: their address pays. A usual board behind the same address has its own all the same.
  const many = Array.from({ length: 100 }, (_, board) =>
    times(10, () => shares.usesWhole(`b${board}`, 'c', 7 * MIB)),
  );
  expect(many.reduce((sum, one) => sum + one, 0)).toBeLessThan(20);
  expect(times(12, () => shares.usesWhole('neighbour', 'c', 300 * 1024))).toBe(12);
});

it('[SHARE21] a conference of 300 comes at once, a thousand pretend people do not, and new links begin anew', () => {
  let now = 0;
  const shares = new RequestShares(() => now);
  expect(times(1_000, () => shares.joins('board', 'nat'))).toBe(320);
  expect(times(300, () => shares.joins('board', 'neighbour'))).toBe(300);
  expect(times(300, () => shares.joins('another', 'nat'))).toBe(300);
  now += 60_000;
  expect(times(10, () => shares.joins('board', 'nat'))).toBe(2);
  shares.startsAnew('board');
  expect(times(300, () => shares.joins('board', 'nat'))).toBe(300);
});
