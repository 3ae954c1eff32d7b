import { addFactors, createBoard, addInfluence, readSnapshot } from '@coherence/board';
import { expect, test } from 'vitest';
import { unitFacts } from './unit-facts.ts';

test('each unit stands with what it named, in the order of the board', () => {
  const made = createBoard({
    title: 'T',
    units: [
      { name: 'Teaching', id: 'tl' },
      { name: 'Finance', id: 'fin' },
      { name: 'Nobody', id: 'no' },
    ],
  });
  if (!made.ok) throw new Error(made.error.code);
  const doc = made.value;
  const added = addFactors(doc, { texts: ['A', 'B'] }, { unit: 'tl' });
  const [from = '', to = ''] = added.ok ? added.value : [];
  addInfluence(doc, { from, to }, { unit: 'fin' });
  expect(unitFacts(readSnapshot(doc)).map(({ id, factors, isUnnamed }) => [id, factors, isUnnamed])).toEqual([
    ['tl', 2, false],
    ['fin', 0, false],
    ['no', 0, true],
  ]);
});
