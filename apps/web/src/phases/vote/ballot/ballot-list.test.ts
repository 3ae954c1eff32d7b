import {
  boardFileSchema,
  boardFromFile,
  mergeFactors,
  parkFactor,
  readSnapshot,
  splitFactor,
} from '@coherence/board';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { ballotItemWords, ballotSections, searchSections } from './ballot-list.ts';

const boardNow = () =>
  boardFromFile(
    boardFileSchema.parse({
      schema: 'coherence-board/1',
      title: 'T',
      factors: [
        { id: 'c', text: 'No place yet', kind: 'factor', no: 3 },
        { id: 'b', text: 'Shared calendar', kind: 'factor', no: 2, cell: ['integrative', 'roles', 'a1'] },
        { id: 'a2', text: 'Unclear roles', kind: 'factor', no: 4, cell: ['interfering', 'roles', 'a1'] },
        { id: 'a1', text: 'Grants end', kind: 'factor', no: 1, cell: ['interfering', 'roles', 'a0'] },
        { id: 'x', text: 'Not in the vote', kind: 'factor' },
      ],
      groups: [{ id: 'g', text: 'Time' }],
    }),
  );
const SNAPSHOT = readSnapshot(boardNow());
const IDS = ['a1', 'a2', 'b', 'c', 'g', 'gone', 'removed'];
const idsOf = (sections: ReturnType<typeof ballotSections>) =>
  sections.map(({ key, items }) => [key, items.map(({ id }) => id)]);

describe('the list of a ballot', () => {
  it('is in the order of the grid, and what is gone is left only where something was given', () => {
    expect(idsOf(ballotSections(SNAPSHOT, IDS, new Set(['gone', 'elsewhere'])))).toEqual([
      ['interfering/roles', ['a1', 'a2']],
      ['integrative/roles', ['b']],
      ['unplaced', ['c']],
      ['groups', ['g']],
      ['gone', ['gone']],
    ]);
  });

  it('[BALLOT7] says what became of what was given to, and shows what was merged elsewhere in its place', () => {
    const doc = boardNow();
    mergeFactors(doc, 'b', ['a1']);
    parkFactor(doc, 'c', 0);
    mergeFactors(doc, 'x', ['a2']);
    const listed = () => ballotSections(readSnapshot(doc), IDS, new Set(['a1', 'a2', 'c', 'gone']));
    expect(idsOf(listed())).toEqual([
      ['interfering/roles', ['a2']],
      ['integrative/roles', ['b']],
      ['groups', ['g']],
      ['gone', ['a1', 'c', 'gone']],
    ]);
    const words = listed().flatMap(({ items }) =>
      items.map((item) => ballotItemWords(item, (id) => `the words of ${id}`)),
    );
    expect(words).toEqual([
      'Not in the vote',
      'Shared calendar',
      'Time',
      '“Grants end” is now part of “the words of b”. What you gave counts for that. Take it back to use it elsewhere.',
      '“No place yet” was parked. What you gave still counts for it. Take it back to use it elsewhere.',
      'This is no longer on the board. Take it back to use it elsewhere.',
    ]);
    splitFactor(doc, 'b', 'a1');
    expect(idsOf(listed())[0]).toEqual(['interfering/roles', ['a1', 'a2']]);
  });

  it('is searched by words and numbers, all of which must be there', () => {
    const sections = ballotSections(SNAPSHOT, IDS, new Set());
    expect(idsOf(searchSections(sections, 'ROLES unclear'))).toEqual([['interfering/roles', ['a2']]]);
    expect(idsOf(searchSections(sections, 'f2'))).toEqual([['integrative/roles', ['b']]]);
    expect(searchSections(sections, 'roles calendar')).toEqual([]);
    expect(searchSections(sections, '  ')).toBe(sections);
  });
});
