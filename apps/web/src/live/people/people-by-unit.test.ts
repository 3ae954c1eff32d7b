import { expect, test } from 'vitest';
import { onePerPerson, peopleByUnit } from './people-by-unit.ts';

const person = (participantId: string, unit: string | null, role = 'participant') => ({
  participantId,
  unit,
  role,
  name: null,
  colour: '#000',
  here: false,
});

test('two tabs are one person', () => {
  const tabs = [person('a', 'u1'), person('b', null), person('a', 'u1')];
  expect(onePerPerson(tabs).map((one) => one.participantId)).toEqual(['a', 'b']);
});

test('a projector is no person', () => {
  expect(onePerPerson([person('a', null, 'display'), person('b', null, 'observer')])).toHaveLength(1);
});

test('units stand in board order, empty ones are left out, strangers come last', () => {
  const people = [
    person('a', 'u2'),
    person('b', null),
    person('c', 'u1'),
    person('d', 'gone'),
    person('e', 'u2'),
  ];
  const groups = peopleByUnit(people, ['u1', 'u2', 'u3']);
  expect(groups.map(({ unit, people }) => [unit, people.map((one) => one.participantId)])).toEqual([
    ['u1', ['c']],
    ['u2', ['a', 'e']],
    [null, ['b', 'd']],
  ]);
});
