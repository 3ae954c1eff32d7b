import { expect, test } from 'vitest';
import type { BoardPerson } from '../../../live/server/api.ts';
import { attendanceRows, sheetTime } from './attendance-rows.ts';

const person = (id: string, name: string, joinedAt: number): BoardPerson => ({
  id,
  name,
  unit: 'u',
  role: 'participant',
  here: true,
  device: true,
  joinedAt,
});

test('[ATTEND3] who came in the order in which they joined, then who did not: words, and a time', () => {
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
    ['Mia', 'unit u', 'participant', { value: '10' }, 'not on the list'],
    ['Dana', 'unit u', 'participant', { value: '20' }, 'expected'],
    ['Ray', 'Finance', '', '', 'not here'],
  ]);
});

test('times sort as text', () => {
  expect(sheetTime(new Date(2027, 2, 4, 9, 5).getTime())).toBe('2027-03-04 09:05');
});
