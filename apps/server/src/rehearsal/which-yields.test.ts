import { expect, it } from 'vitest';
import { placeFor, YIELDS_AFTER_MS } from './which-yields.ts';
import type { PlayedRehearsal } from './which-yields.ts';

const place = (board: string, address: string, unwatchedMs = 0): PlayedRehearsal => ({
  board,
  address,
  unwatchedMs,
});
const LEFT = YIELDS_AFTER_MS;

it('[SHARE33] no stranger holds all places for rehearsals, however many boards they have', () => {
  const three = [place('a', 'stranger'), place('b', 'stranger'), place('c', 'stranger')];
  expect(placeFor(three, 'stranger')).toBe('full');
  expect(placeFor([place('d', 'stranger', LEFT), ...three], 'stranger')).toEqual({ yields: 'd' });
  expect(placeFor(three, 'honest')).toBe('free');
});

it('[SHARE33] one that is not watched yields to who waits, and then the second of an address', () => {
  const four = [place('a', 'x'), place('b', 'x'), place('c', 'y'), place('d', 'z', LEFT)];
  expect(placeFor(four, 'honest')).toEqual({ yields: 'd' });
  const watched = [...four.slice(0, 3), place('d', 'z')];
  expect(placeFor(watched, 'honest')).toEqual({ yields: 'a' });
  expect(placeFor(watched, 'y')).toBe('full');
  const even = ['w', 'x', 'y', 'z'].map((address) => place(`of ${address}`, address));
  expect(placeFor(even, 'honest')).toBe('full');
});
