import { addFactors, gridOf, readSnapshot, writeText } from '@coherence/board';
import { expect, test } from 'vitest';
import { Doc } from 'yjs';
import { addAgain, canAddAgain } from './add-again.ts';
import type { NotSentItem } from './not-sent.ts';

const actor = { unit: null };
const item = (change: Partial<NotSentItem>): NotSentItem => ({
  root: 'factors',
  id: 'f',
  text: 'Silos',
  kind: 'factor',
  before: null,
  cell: null,
  pos: null,
  why: 'schema',
  ...change,
});

test('a new factor goes back to its cell', () => {
  const doc = new Doc();
  expect(addAgain(doc, item({ cell: ['integrative', 'roles'] }), actor, 1).ok).toBe(true);
  expect(gridOf(readSnapshot(doc)).cells.integrative.roles.map(({ text }) => text)).toEqual(['Silos']);
});

test('a change is made again only where nobody has written since; otherwise it is a new factor', () => {
  const doc = new Doc();
  const added = addFactors(doc, { texts: ['Old'] }, actor);
  const id = (added.ok ? added.value[0] : undefined) ?? '';
  const texts = () =>
    readSnapshot(doc)
      .factors.map(({ text }) => text)
      .sort();
  addAgain(doc, item({ id, before: 'Old', text: 'New' }), actor, 1);
  expect(texts()).toEqual(['New']);
  writeText(doc, 'factors', id, 'Dana was here');
  addAgain(doc, item({ id, before: 'New', text: 'Newer' }), actor, 1);
  expect(texts()).toEqual(['Dana was here', 'Newer']);
});

test.each(['notes', 'strategies', 'groups', 'drawings'] as const)(
  '%s come back as what they were',
  (root) => {
    const doc = new Doc();
    const again = item({ root, kind: root === 'notes' ? 'decision' : null, pos: [1, 2, 200] });
    expect(canAddAgain(again)).toBe(true);
    expect(addAgain(doc, again, actor, 1).ok).toBe(true);
    expect(readSnapshot(doc)[root]).toMatchObject([{ text: 'Silos' }]);
  },
);

test('what there is no operation for can only be copied', () => {
  expect(canAddAgain(item({ root: 'needs' }))).toBe(false);
  expect(canAddAgain(item({ root: 'drawings' }))).toBe(false);
});
