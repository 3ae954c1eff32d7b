import { expect, test } from 'vitest';
import { typistsIn } from './use-typists.ts';

const state = (name: string | null, editing: string | null) => ({
  participantId: `p-${name}`,
  name,
  unit: null,
  role: 'participant',
  view: 'grid',
  cursor: null,
  editing,
});

test('others who type are known by record, oneself is not', () => {
  const states = new Map<number, unknown>([
    [1, state('Dana', 'f1')],
    [2, state('Marcus', 'f2')],
    [3, state('Kim', null)],
  ]);
  expect([...typistsIn(states, 1)].map(([record, { name }]) => [record, name])).toEqual([['f2', 'Marcus']]);
});

test('of two in one record every screen names the same one, in whatever order they came', () => {
  const entries: [number, unknown][] = [
    [9, state('Kim', 'f1')],
    [4, state('Dana', 'f1')],
  ];
  expect(typistsIn(new Map(entries), 1).get('f1')?.name).toBe('Dana');
  expect(typistsIn(new Map(entries.toReversed()), 1).get('f1')?.name).toBe('Dana');
});

test('what no client of ours sends is passed over', () => {
  const states = new Map<number, unknown>([
    [1, null],
    [2, { editing: 'f1' }],
    [3, { participantId: 'p', editing: 7 }],
  ]);
  expect(typistsIn(states, 0).size).toBe(0);
});
