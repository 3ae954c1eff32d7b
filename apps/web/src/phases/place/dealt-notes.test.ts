import { addFactors, createBoard, mergeFactors, moveFactors, readSnapshot } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { dealProgress, dealtNotes, nextToPlace, withoutCell } from './dealt-notes.ts';

function board() {
  const made = createBoard({ title: 'Place' });
  if (!made.ok) throw new Error(made.error.code);
  const added = addFactors(made.value, { texts: ['a', 'b', 'c', 'd'] }, { unit: null });
  if (!added.ok) throw new Error(added.error.code);
  return { doc: made.value, ids: added.value, now: () => readSnapshot(made.value) };
}

describe('what was dealt', () => {
  it('goes on with the next that has no place, round to the beginning', () => {
    const { doc, ids, now } = board();
    const [a = '', b = '', c = '', d = ''] = ids;
    moveFactors(doc, { ids: [b], row: 'interfering', column: 'roles' });
    moveFactors(doc, { ids: [d], row: 'interfering', column: null });
    const notes = () => dealtNotes(now(), ids);
    expect(nextToPlace(notes(), null)).toBe(a);
    expect(nextToPlace(notes(), a)).toBe(c);
    expect(nextToPlace(notes(), d)).toBe(a);
    expect(withoutCell(now())).toBe(3);
    moveFactors(doc, { ids: [a, c, d], row: 'integrative', column: 'roles' });
    expect(nextToPlace(notes(), a)).toBeNull();
    expect(withoutCell(now())).toBe(0);
  });

  it('leaves out what was merged since, and counts over all teams', () => {
    const { doc, ids, now } = board();
    const [a = '', b = '', c = '', d = ''] = ids;
    const teams = [
      { people: ['x', 'y'], items: [a, b] },
      { people: ['z'], items: [c, d] },
    ];
    moveFactors(doc, { ids: [c], row: 'interfering', column: 'roles' });
    mergeFactors(doc, a, [b]);
    expect(dealtNotes(now(), [b, a, 'gone']).map(({ id }) => id)).toEqual([a]);
    expect(dealProgress(now(), { phase: 'p', teams, turn: [] })).toEqual({ placed: 1, all: 3 });
  });
});
