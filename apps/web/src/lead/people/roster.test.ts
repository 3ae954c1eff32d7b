import { expect, test } from 'vitest';
import type { BoardPerson } from '../../live/server/api.ts';
import { rosterOf } from './roster.ts';

const person = (
  id: string,
  name: string,
  unit = '',
  role: BoardPerson['role'] = 'participant',
): BoardPerson => ({
  id,
  name,
  role,
  unit,
  here: false,
  device: true,
  joinedAt: 0,
});

const everybody = [
  person('1', 'Sam', 'fp'),
  person('2', 'Dana', 'si'),
  person('3', '', 'si'),
  person('4', 'Wall', '', 'display'),
  person('5', 'Ruth', '', 'facilitator'),
  person('6', 'Owen', 'si', 'observer'),
  person('7', 'Ann', 'gone'),
];

test('people stand by unit in board order and by name; no unit, then observers come last; a wall is no person', () => {
  const groups = rosterOf(everybody, new Set(['2', '5']), ['si', 'fp', 'empty'], '5');
  expect(groups.map(({ unit, people, here }) => [unit, here, people.map(({ id }) => id)])).toEqual([
    ['si', 1, ['2', '3']],
    ['fp', 0, ['1']],
    [null, 1, ['7', '5']],
    ['observers', 0, ['6']],
  ]);
  expect(groups.flatMap(({ people }) => people).find(({ own }) => own)?.name).toBe('Ruth');
});

test('who is here is told by who has the board open now, not by what the server last said', () => {
  const [group] = rosterOf([{ ...person('1', 'Sam'), here: true }], new Set(), [], '');
  expect(group?.people[0]?.here).toBe(false);
});
