import { NODE_KINDS } from '@coherence/board';
import { expect, test, it } from 'vitest';
import { KINDS, kindsIn, kindStyle, kindToAdd } from './kinds.ts';

test.each([
  ['sections', ['outcome', 'interfering', 'integrative', 'issue', 'strategy']],
  ['list', ['interfering', 'integrative', 'outcome', 'issue', 'strategy']],
  ['menu', ['interfering', 'integrative', 'issue', 'outcome', 'strategy']],
] as const)('all kinds in the order of the %s', (list, order) => {
  expect(kindsIn(list)).toEqual(order);
});

test('no two kinds share a place, and no two share a word', () => {
  const places = NODE_KINDS.flatMap((kind) =>
    Object.entries(KINDS[kind].order).map(([list, place]) => `${list} ${place}`),
  );
  const words = NODE_KINDS.flatMap((kind) => [KINDS[kind].one, KINDS[kind].many]);
  for (const all of [places, words]) expect(all).toEqual([...new Set(all)]);
});

test('a card that grows from another takes its row, and claims no more than that', () => {
  expect(NODE_KINDS.map((kind) => KINDS[kind].next)).toEqual([
    'interfering',
    'integrative',
    'issue',
    'issue',
    'issue',
  ]);
});

test('the style of a kind has its two colours', () => {
  expect(kindStyle('outcome')).toEqual({ '--kind-ink': '#36449A', '--kind-ground': '#ECEEFB' });
});

it('is a strategy where the room looks for strategies, and left to the view elsewhere', () => {
  expect(kindToAdd({ kind: 'options' })).toBe('strategy');
  expect(kindToAdd({ kind: 'link' })).toBeNull();
  expect(kindToAdd(null)).toBeNull();
});
