import { expect, test } from 'vitest';
import type { BoardPerson } from '../../../live/server/api.ts';
import { attendanceRows } from './attendance-rows.ts';

const person = (id: string, name: string, joinedAt: number): BoardPerson => ({
  id,
  name,
  unit: 'u',
  role: 'participant',
  here: true,
  device: true,
  joinedAt,
});

test('who came in the order in which they joined, then who did not', () => {
  const found = {
    joined: [{ expected: { name: 'Dana', unit: '' }, person: person('1', 'Dana', 20) }],
    missing: [{ expected: { name: 'Ray', unit: 'Finance' }, near: null }],
    unexpected: [person('2', 'Mia', 10)],
  };
  const status = { joined: 'expected', missing: 'not here', unexpected: 'not on the list' };
  const rows = attendanceRows(found, (id) => `unit ${id}`, {
    columns: ['Name', 'Unit', 'Role', 'Joined', 'Status'],
    role: (role) => role,
    time: String,
    status,
  });
  expect(rows).toEqual([
    ['Name', 'Unit', 'Role', 'Joined', 'Status'],
    ['Mia', 'unit u', 'participant', '10', 'not on the list'],
    ['Dana', 'unit u', 'participant', '20', 'expected'],
    ['Ray', 'Finance', '', '', 'not here'],
  ]);
});
