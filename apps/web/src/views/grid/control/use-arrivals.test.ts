import { expect, test } from 'vitest';
import { arrivalsIn } from './use-arrivals.ts';
import { gridWith } from '../places/grid-fixture.ts';

const grid = gridWith({
  'interfering.roles': ['a', 'b', 'c'],
  'integrative.purposes': ['d'],
  unplaced: ['e'],
});
const roles = { row: 'interfering', column: 'roles' };

test('what is new is counted by place, in reading order', () => {
  expect(arrivalsIn(new Set(['a', 'd']), grid, new Set())).toEqual([
    { place: roles, count: 2 },
    { place: null, count: 1 },
  ]);
});

test('one does not hear of one’s own, nor of what only moved', () => {
  expect(arrivalsIn(new Set(['a', 'b', 'd', 'e']), grid, new Set(['c']))).toEqual([]);
});
