import { boardFileSchema, boardFromFile, readSnapshot } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { ballotSections, searchSections } from './ballot-list.ts';

const SNAPSHOT = readSnapshot(
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
  ),
);
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

  it('is searched by words and numbers, all of which must be there', () => {
    const sections = ballotSections(SNAPSHOT, IDS, new Set());
    expect(idsOf(searchSections(sections, 'ROLES unclear'))).toEqual([['interfering/roles', ['a2']]]);
    expect(idsOf(searchSections(sections, 'f2'))).toEqual([['integrative/roles', ['b']]]);
    expect(searchSections(sections, 'roles calendar')).toEqual([]);
    expect(searchSections(sections, '  ')).toBe(sections);
  });
});
