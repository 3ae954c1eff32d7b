import { addFactors, addGroup, createBoard, readSnapshot } from '@coherence/board';
import { expect, it } from 'vitest';
import { groupsOf } from './groups-of.ts';

it('lists groups by name with how many factors each holds', () => {
  const made = createBoard({ title: 'Groups' });
  if (!made.ok) throw new Error(made.error.code);
  const added = addFactors(made.value, { texts: ['a', 'b', 'c'] }, { unit: null });
  const ids = added.ok ? added.value : [];
  addGroup(made.value, 'Time', ids.slice(0, 1));
  addGroup(made.value, 'Roles', ids.slice(1));
  expect(groupsOf(readSnapshot(made.value)).map(({ name, members }) => [name, members])).toEqual([
    ['Roles', 2],
    ['Time', 1],
  ]);
});
