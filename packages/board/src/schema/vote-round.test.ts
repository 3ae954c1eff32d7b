import { expect, it } from 'vitest';
import { hasBallots, itemsOfRound } from './vote-round.ts';

it.each([
  ['by name', { identity: 'named', floor: null, imported: null }, true],
  ['of a unit phase', { identity: 'unit', floor: 3, imported: null }, true],
  ['of a unit phase from before there was a floor', { identity: 'unit', floor: null, imported: null }, false],
  ['of an anonymous phase', { identity: 'anonymous', floor: 3, imported: null }, false],
  ['from a file', { identity: 'unit', floor: 3, imported: true }, false],
  ['of which nobody says what was promised', { identity: null, floor: null, imported: null }, false],
] as const)('[BALLOT3] whether a closed vote can go on: one %s', (_name, round, expected) => {
  expect(hasBallots(round)).toBe(expected);
});

it('[FLOOR26] what a vote was on is known where no result says so', () => {
  expect(itemsOfRound({ results: { a: 1, b: 0 }, items: null })).toEqual(['a', 'b']);
  expect(itemsOfRound({ results: {}, items: ['a'] })).toEqual(['a']);
});
