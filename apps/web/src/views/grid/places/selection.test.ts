import { expect, test } from 'vitest';
import { actsOn, NOTHING, ranged, stillThere, toggled } from './selection.ts';

const order = ['a', 'b', 'c', 'd'];

test('ctrl and click takes one in and out', () => {
  const one = toggled(NOTHING, 'b');
  expect([...one]).toEqual(['b']);
  expect([...toggled(one, 'b')]).toEqual([]);
});

test('shift and click takes everything in between, in both directions', () => {
  expect([...ranged(new Set(['b']), 'd', order)].sort()).toEqual(['b', 'c', 'd']);
  expect([...ranged(new Set(['d']), 'b', order)].sort()).toEqual(['b', 'c', 'd']);
  expect([...ranged(NOTHING, 'c', order)]).toEqual(['c']);
});

test('an act on a selected card acts on all selected ones, in reading order', () => {
  expect(actsOn(new Set(['d', 'a']), 'd', order)).toEqual(['a', 'd']);
  expect(actsOn(new Set(['d', 'a']), 'b', order)).toEqual(['b']);
});

test('what somebody removed leaves the selection', () => {
  const selection = new Set(['a', 'gone']);
  expect([...stillThere(selection, order)]).toEqual(['a']);
  const whole = new Set(['a']);
  expect(stillThere(whole, order)).toBe(whole);
});
