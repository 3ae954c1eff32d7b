import { describe, expect, it } from 'vitest';
import { createBoard } from '../../create.ts';
import { readSnapshot } from '../../snapshot.ts';
import { openUndo } from '../../undo.ts';
import { addFactors } from '../factors/factor.ts';
import { addGroup, ungroup } from './group.ts';

describe('ungrouping', () => {
  it('[UNDO5] takes all members out and the group away, in one step that gives both back', () => {
    const made = createBoard({ title: 'Groups' });
    if (!made.ok) throw new Error(made.error.code);
    const doc = made.value;
    const added = addFactors(doc, { texts: ['a', 'b', 'c'] }, { unit: null });
    const group = addGroup(doc, 'Roles', added.ok ? added.value.slice(0, 2) : []);
    if (!group.ok) throw new Error(group.error.code);
    const members = () => readSnapshot(doc).factors.filter(({ group: of }) => of === group.value).length;
    const undo = openUndo(doc);
    undo.step(() => ungroup(doc, group.value));
    expect([members(), readSnapshot(doc).groups.length]).toEqual([0, 0]);
    undo.undo();
    expect([members(), readSnapshot(doc).groups.length]).toEqual([2, 1]);
  });
});
