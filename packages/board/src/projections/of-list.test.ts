import { expect, it } from 'vitest';
import { createBoard } from '../create.ts';
import { addFactors } from '../operations/factors/factor.ts';
import { addUnits } from '../operations/units/units.ts';
import { openSnapshots } from '../snapshot.ts';
import { ofList } from './of-list.ts';

it('stays the same object until its list changes', () => {
  const made = createBoard({ title: 'T', units: [{ name: 'Finance' }] });
  if (!made.ok) throw new Error(made.error.code);
  const doc = made.value;
  const snapshots = openSnapshots(doc);
  const names = ofList('units', ({ units }) => units.map(({ name }) => name));
  const before = names(snapshots.get());
  addFactors(doc, { texts: ['Supervision'] }, { unit: null });
  expect(names(snapshots.get())).toBe(before);
  addUnits(doc, [{ name: 'Teaching' }]);
  expect([...names(snapshots.get())].sort()).toEqual(['Finance', 'Teaching']);
});
