import { describe, expect, it } from 'vitest';
import { boardFromFile } from '../../create.ts';
import { boardFileSchema } from '../../file/board-file.ts';
import { gridOf } from '../../projections/grid.ts';
import { mapOf } from '../../projections/map.ts';
import { readSnapshot } from '../../snapshot.ts';
import { addGroupFactors, factorOfGroup } from './group-as-factor.ts';
import { placeOnMap } from './map.ts';

const board = () =>
  boardFromFile(
    boardFileSchema.parse({
      schema: 'coherence-board/1',
      units: [
        { id: 'si', name: 'School Improvement' },
        { id: 'fp', name: 'Federal Programs' },
      ],
      groups: [
        { id: 'g', text: 'Unclear roles' },
        { id: 'h', text: 'Late money' },
      ],
      factors: [
        {
          id: 'a',
          text: 'Who decides?',
          kind: 'factor',
          group: 'g',
          cell: ['interfering', 'roles', 'a0'],
          sources: { si: { unit: 'si' } },
        },
        {
          id: 'b',
          text: 'Two chiefs',
          kind: 'factor',
          group: 'g',
          cell: ['interfering', 'roles', 'a1'],
          sources: { fp: { unit: 'fp' } },
        },
        { id: 'c', text: 'late money ', kind: 'factor', group: 'h' },
      ],
    }),
  );

describe('[GROUP1] a group as a factor', () => {
  it('says its name, is in it, and has the cell and the units its members share', () => {
    const doc = board();
    const [id = ''] = addGroupFactors(doc, ['g']);
    const cards = gridOf(readSnapshot(doc)).cells.interfering.roles;
    expect(cards.map(({ text }) => text)).toEqual(['Who decides?', 'Two chiefs', 'Unclear roles']);
    expect(cards[2]).toMatchObject({ id, group: 'g' });
    expect([...(cards[2]?.units ?? [])].toSorted()).toEqual(['fp', 'si']);
  });

  it('is made once, and not where a member says the same', () => {
    const doc = board();
    const ids = addGroupFactors(doc, ['h', 'g', 'gone']);
    expect(ids).toEqual(['c', factorOfGroup(readSnapshot(doc), 'g')]);
    expect(addGroupFactors(doc, ['h', 'g'])).toEqual(ids);
    expect(readSnapshot(doc).factors).toHaveLength(4);
  });

  it('stands on the map without a frame that would say its name again', () => {
    const doc = board();
    const [id = ''] = addGroupFactors(doc, ['g']);
    placeOnMap(doc, [{ id, pos: [0, 0, 206] }]);
    const membersOf = () => mapOf(readSnapshot(doc)).groups.find((one) => one.id === 'g')?.members;
    expect(membersOf()).toEqual([]);
    placeOnMap(doc, [{ id: 'a', pos: [300, 0, 206] }]);
    expect(membersOf()).toHaveLength(2);
  });
});
