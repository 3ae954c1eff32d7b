import { addFactors, createBoard, readSnapshot } from '@coherence/board';
import { expect, it } from 'vitest';
import { notesWith } from './walk-notes.ts';
import { readPlaces } from './read-places.ts';

it('gives every cell, and what has a row only or no place where there is any', () => {
  const made = createBoard({ title: 'Read' });
  if (!made.ok) throw new Error(made.error.code);
  const doc = made.value;
  expect(readPlaces(readSnapshot(doc))).toHaveLength(8);
  const nobody = { unit: null };
  addFactors(doc, { texts: ['in a cell'], cell: { row: 'interfering', column: 'roles' } }, nobody);
  addFactors(doc, { texts: ['in a row'], cell: { row: 'integrative', column: null } }, nobody);
  addFactors(doc, { texts: ['nowhere', 'nowhere either'] }, nobody);
  const filled = readPlaces(readSnapshot(doc)).filter(({ notes }) => notes.length > 0);
  expect(filled.map(({ row, column, notes }) => [row, column, notes.length])).toEqual([
    ['interfering', 'roles', 1],
    ['integrative', null, 1],
    [null, null, 2],
  ]);
});

it('finds notes by all their words, without accents, or by number', () => {
  const notes = [
    { text: 'Réunion every Monday', no: 12 },
    { text: 'Late buses', no: 2 },
  ];
  expect(notesWith(notes, 'monday reunion')).toEqual([notes[0]]);
  expect(notesWith(notes, ' F12 ')).toEqual([notes[0]]);
  expect(notesWith(notes, '')).toEqual(notes);
  expect(notesWith(notes, 'buses monday')).toEqual([]);
});
