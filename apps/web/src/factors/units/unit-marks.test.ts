import { createBoard, readSnapshot } from '@coherence/board';
import { expect, test } from 'vitest';
import { unitMarks } from './unit-marks.ts';

test('every unit has its own letters and keeps the order of the board', () => {
  const created = createBoard({
    title: 'Board',
    units: [
      { name: 'School Improvement' },
      { name: 'Special Initiatives' },
      { name: 'Office of Federal Programs' },
    ],
  });
  if (!created.ok) throw new Error(created.error.code);
  const marks = [...unitMarks(readSnapshot(created.value)).values()];
  expect(marks.map(({ name }) => name)).toEqual([
    'School Improvement',
    'Special Initiatives',
    'Office of Federal Programs',
  ]);
  expect(marks.map(({ place }) => place)).toEqual([0, 1, 2]);
  expect(marks[0]?.letters).toBe('SI');
  expect(new Set(marks.map(({ letters }) => letters)).size).toBe(3);
});
