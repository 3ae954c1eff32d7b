import { expect, test } from 'vitest';
import type { BoardPerson } from '../../live/api.ts';
import { awayPeople } from './roster.ts';

const person = (id: string, name: string, role: BoardPerson['role'] = 'participant'): BoardPerson => ({
  id,
  name,
  role,
  unit: '',
  here: false,
});

test('who has joined and gone is listed by name, without those who are here and without projectors', () => {
  const everybody = [
    person('1', 'Sam'),
    person('2', 'Dana'),
    person('3', ''),
    person('4', 'Wall', 'display'),
  ];
  expect(awayPeople(everybody, new Set(['1'])).map(({ id }) => id)).toEqual(['3', '2']);
});
