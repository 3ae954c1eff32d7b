import { PLAIN_DRAFT, type Draft } from '@coherence/board';
import { expect, test } from 'vitest';
import { shownNotes } from './shown-notes.ts';

const draft = (id: string, at: number, phase = 'p1'): Draft => ({
  ...PLAIN_DRAFT,
  id,
  at,
  phase,
  text: id,
});
const ids = (notes: ReturnType<typeof shownNotes>) =>
  notes.map(({ draft: { id }, isRemoved }) => (isRemoved ? `(${id})` : id));

test('what was taken out keeps its place until it is brought back', () => {
  const [a, b, c] = [draft('a', 1), draft('b', 2), draft('c', 3)];
  expect(ids(shownNotes([a, c], [b], 'p1'))).toEqual(['a', '(b)', 'c']);
  expect(ids(shownNotes([a, b, c], [b], 'p1'))).toEqual(['a', 'b', 'c']);
});

test('notes of other phases are not in the list, notes of one moment always in the same order', () => {
  expect(ids(shownNotes([draft('x', 0, 'p0'), draft('b', 1), draft('a', 1)], [], 'p1'))).toEqual(['a', 'b']);
});
