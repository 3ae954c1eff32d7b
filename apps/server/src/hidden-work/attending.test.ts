import type { Role } from '@coherence/protocol';
import { expect, it } from 'vitest';
import { countAttending, countLeading } from './attending.ts';

it('[ATTEND1] people attend by unit, and those who lead are told apart', () => {
  const person = (role: Role, unit: string, removed = false) => ({
    id: unit,
    board: 'b',
    name: '',
    createdAt: 0,
    role,
    unit,
    removed,
  });
  const people = [
    person('facilitator', ''),
    person('facilitator', 'si'),
    person('facilitator', 'fp', true),
    person('participant', 'si'),
    person('observer', 'si'),
    person('display', ''),
  ];
  expect(countAttending(people)).toEqual({ si: 2 });
  expect(countLeading(people)).toBe(1);
});
