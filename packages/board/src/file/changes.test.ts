import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { toBoardFile } from './to-file.ts';
import { addFactors, moveFactors, removeFactors } from '../operations/factors/factor.ts';
import { addGroup } from '../operations/map/group.ts';
import { editInfluence, addInfluence, removeInfluences } from '../operations/map/influence.ts';
import { placeOnMap } from '../operations/map/map.ts';
import { mergeFactors, splitFactor } from '../operations/factors/merge.ts';
import { addNote, setNoteKind } from '../operations/note.ts';
import { numberNewFactors } from '../operations/factors/number.ts';
import { setMeta } from '../operations/board.ts';
import { writeText } from '../writing/text.ts';
import { readSnapshot } from '../snapshot.ts';
import { actOnce } from '../testing/person.ts';
import { randomFrom } from '../testing/replicas.ts';
import { changesBetween } from './changes.ts';

const ACTOR = { unit: null };

/** A board with three factors in one cell, and what changed since it was opened. */
function board() {
  const doc = new Y.Doc();
  const cell = { row: 'interfering', column: 'roles' } as const;
  const added = addFactors(doc, { texts: ['Late money', 'Two plans', 'Tired staff'], cell }, ACTOR);
  const [money = '', plans = '', staff = ''] = added.ok ? added.value : [];
  numberNewFactors(doc);
  const file = () => toBoardFile(readSnapshot(doc));
  let before = file();
  return {
    doc,
    money,
    plans,
    staff,
    file,
    mark: () => (before = file()),
    changes: () => changesBetween(before, file()),
  };
}

function made<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('changesBetween', () => {
  it('[CHANGE1] tells factors that came, went, were reworded and moved, by number', () => {
    const { doc, money, plans, staff, changes } = board();
    expect(changes()).toEqual([]);
    writeText(doc, 'factors', staff, 'Tired people');
    removeFactors(doc, [plans]);
    moveFactors(doc, { ids: [money], row: 'integrative', column: 'purposes', before: null });
    const [added = ''] = made(addFactors(doc, { texts: ['New one'] }, ACTOR));
    numberNewFactors(doc);
    expect(changes()).toEqual([
      {
        what: 'moved',
        id: money,
        text: 'Late money',
        from: { row: 'interfering', column: 'roles' },
        to: { row: 'integrative', column: 'purposes' },
      },
      { what: 'removed', list: 'factors', id: plans, text: 'Two plans' },
      { what: 'reworded', list: 'factors', id: staff, before: 'Tired staff', after: 'Tired people' },
      { what: 'added', list: 'factors', id: added, text: 'New one' },
    ]);
  });

  it('[CHANGE1] tells links, one for all who named it, and their polarity', () => {
    const { doc, money, plans, changes, mark } = board();
    const first = made(addInfluence(doc, { from: money, to: plans, polarity: '?' }, ACTOR));
    expect(changes()).toEqual([{ what: 'linked', from: 'Late money', to: 'Two plans', polarity: '?' }]);
    mark();
    editInfluence(doc, first, { polarity: '+' });
    const second = made(addInfluence(doc, { from: money, to: plans, polarity: '-' }, { unit: 'u1' }));
    expect(changes()).toEqual([
      { what: 'polarity', from: 'Late money', to: 'Two plans', before: '?', after: 'mixed' },
    ]);
    mark();
    removeInfluences(doc, [second]);
    expect(changes()).toEqual([
      { what: 'polarity', from: 'Late money', to: 'Two plans', before: 'mixed', after: '+' },
    ]);
    removeInfluences(doc, [first]);
    expect(changes()).toEqual([{ what: 'unlinked', from: 'Late money', to: 'Two plans', polarity: 'mixed' }]);
  });

  it('[CHANGE1] tells merging and splitting, not the moving that comes with them', () => {
    const { doc, money, plans, changes, mark } = board();
    made(mergeFactors(doc, money, [plans]));
    expect(changes()).toEqual([{ what: 'merged', id: plans, text: 'Two plans', other: 'Late money' }]);
    mark();
    made(splitFactor(doc, money, plans));
    expect(changes()).toEqual([{ what: 'split', id: plans, text: 'Two plans', other: 'Late money' }]);
  });

  it('[CHANGE1] tells groups, the map, notes and the title', () => {
    const { doc, money, changes } = board();
    const note = made(addNote(doc, { kind: 'parked', text: 'Who pays?', at: 5 }));
    expect(changes()).toEqual([{ what: 'added', list: 'notes', id: note, text: 'Who pays?' }]);
    const group = made(addGroup(doc, 'Money', [money]));
    placeOnMap(doc, [{ id: money, pos: [0, 0, 200] }]);
    setMeta(doc, { title: 'Another title' });
    expect(changes()).toEqual([
      { what: 'title', before: '', after: 'Another title' },
      { what: 'mapped', id: money, text: 'Late money' },
      { what: 'grouped', id: money, text: 'Late money', group: 'Money' },
      { what: 'added', list: 'groups', id: group, text: 'Money' },
      { what: 'added', list: 'notes', id: note, text: 'Who pays?' },
    ]);
  });

  it('[CHANGE1] tells the kind of a note as a change of it', () => {
    const { doc, changes, mark } = board();
    const note = made(addNote(doc, { kind: 'parked', text: 'Who pays?', at: 5 }));
    mark();
    setNoteKind(doc, note, 'decision');
    expect(changes()).toEqual([{ what: 'changed', list: 'notes', id: note, text: 'Who pays?' }]);
  });

  it('[CHANGE2] is the same for the same two files, and empty for one with itself, whatever people did', () => {
    const random = randomFrom(20);
    const { doc, file } = board();
    let before = file();
    for (let step = 0; step < 150; step += 1) {
      actOnce(doc, random, () => `word ${random.below(1000)}`);
      if (step % 10 !== 9) continue;
      numberNewFactors(doc);
      const after = file();
      expect(changesBetween(after, after)).toEqual([]);
      const shuffled = {
        ...after,
        factors: after.factors.toReversed(),
        influences: after.influences.toReversed(),
      };
      expect(changesBetween(before, shuffled)).toEqual(changesBetween(before, after));
      before = after;
    }
  });
});
