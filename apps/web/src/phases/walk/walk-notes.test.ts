import {
  addFactors,
  createBoard,
  mergeFactors,
  numberNewFactors,
  readSnapshot,
  rewordFactor,
} from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { walkOf } from './walk-notes.ts';

function board(texts: readonly string[]) {
  const made = createBoard({ title: 'Walk' });
  if (!made.ok) throw new Error(made.error.code);
  const doc = made.value;
  const added = addFactors(doc, { texts: [...texts] }, { unit: null });
  numberNewFactors(doc);
  if (!added.ok) throw new Error(added.error.code);
  return { doc, ids: added.value, texts: () => walkOf(readSnapshot(doc)).notes.map(({ text }) => text) };
}

describe('the notes to walk', () => {
  it('come with what looks like them next to each other, and those that have a cell last', () => {
    const { doc, texts } = board(['Unclear roles', 'Late buses', 'Roles are unclear here', 'No trust']);
    addFactors(
      doc,
      { texts: ['Buses are late'], cell: { row: 'interfering', column: 'roles' } },
      { unit: null },
    );
    numberNewFactors(doc);
    expect(texts()).toEqual([
      'Unclear roles',
      'Roles are unclear here',
      'Late buses',
      'No trust',
      'Buses are late',
    ]);
  });

  it('stay in order while one is reworded', () => {
    const { doc, ids, texts } = board(['Unclear roles', 'Late buses', 'Roles are unclear here']);
    rewordFactor(doc, ids[2] ?? '', 'Nobody knows who decides');
    expect(texts()).toEqual(['Unclear roles', 'Nobody knows who decides', 'Late buses']);
  });

  it('count what was merged, and leave that out', () => {
    const { doc, ids } = board(['Unclear roles', 'Late buses', 'Roles are unclear here']);
    const [first = '', , third = ''] = ids;
    expect(
      walkOf(readSnapshot(doc))
        .likely(first)
        .map(({ id }) => id),
    ).toEqual([third]);
    mergeFactors(doc, first, [third]);
    const { notes, likely } = walkOf(readSnapshot(doc));
    expect(notes.map(({ id, merged }) => [id, merged])).toEqual([
      [first, 1],
      [ids[1], 0],
    ]);
    expect(likely(first)).toEqual([]);
  });
});
