import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../../create.ts';
import { gridOf } from '../../projections/grid.ts';
import { mapOf } from '../../projections/map.ts';
import { kindOf } from '../../schema/node-kind.ts';
import { readSnapshot } from '../../snapshot.ts';
import { addFactors, moveFactors, removeFactors, setFactorTraits, setFactorUnit } from './factor.ts';
import { numberNewFactors } from './number.ts';
import { setGroup, placeOnMap } from '../map/map.ts';
import { addGroup } from '../map/group.ts';
import { editText, writeText } from '../../writing/text.ts';

const ROLES = { row: 'interfering', column: 'roles' } as const;

function board(): Y.Doc {
  const made = createBoard({
    title: 'T',
    units: [
      { name: 'Teaching', id: 'tl' },
      { name: 'Finance', id: 'fin' },
    ],
  });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

function added(doc: Y.Doc, texts: string[], before?: string): readonly string[] {
  const result = addFactors(doc, { texts, cell: { ...ROLES, before: before ?? null } }, { unit: 'tl' });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const cellTexts = (doc: Y.Doc) => gridOf(readSnapshot(doc)).cells.interfering.roles.map((card) => card.text);

describe('addFactors', () => {
  it('[ORDER1] numbers a pasted list in the order it was written', () => {
    const doc = board();
    const texts = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    added(doc, texts);
    numberNewFactors(doc);
    const byNumber = readSnapshot(doc).factors.toSorted((a, b) => (a.no ?? 0) - (b.no ?? 0));
    expect(byNumber.map((factor) => factor.text)).toEqual(texts);
  });

  it('[ORDER1] keeps the order of a pasted list, and puts it before a given card', () => {
    const doc = board();
    const [first] = added(doc, ['one', 'two', 'three']);
    added(doc, ['a', 'b'], first);
    expect(cellTexts(doc)).toEqual(['a', 'b', 'one', 'two', 'three']);
  });

  it('names the unit of who added it', () => {
    const doc = board();
    added(doc, ['one']);
    expect(gridOf(readSnapshot(doc)).cells.interfering.roles[0]?.units).toEqual(['tl']);
  });

  it('refuses an empty list, a text too long and places that do not match, and changes nothing', () => {
    const doc = board();
    const before = Y.encodeStateAsUpdate(doc);
    const wrong: [Parameters<typeof addFactors>[1], string][] = [
      [{ texts: [] }, 'field-below'],
      [{ texts: ['x'.repeat(2001)] }, 'field-too-long'],
      [{ texts: ['x'], pos: [] }, 'positions-unequal'],
    ];
    for (const [input, code] of wrong) {
      expect(addFactors(doc, input, { unit: null })).toMatchObject({ ok: false, error: { code } });
    }
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});

describe('moveFactors', () => {
  it('moves several before another, in the order given', () => {
    const doc = board();
    const [one = '', two = '', three = ''] = added(doc, ['one', 'two', 'three']);
    moveFactors(doc, { ids: [three, two], ...ROLES, before: one });
    expect(cellTexts(doc)).toEqual(['three', 'two', 'one']);
  });

  it('[ORDER2] finds room where two people chose the same rank at once', () => {
    const doc = board();
    const twin = new Y.Doc();
    Y.applyUpdate(twin, Y.encodeStateAsUpdate(doc));
    added(doc, ['mine']);
    added(twin, ['theirs']);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(twin));
    const [, second] = gridOf(readSnapshot(doc)).cells.interfering.roles;
    expect(() => added(doc, ['between'], second?.id)).not.toThrow();
    expect(cellTexts(doc)).toHaveLength(3);
  });

  it('[RECORD4] a concurrent move, rename and regrouping all survive', () => {
    const doc = board();
    const [id = ''] = added(doc, ['one']);
    const group = addGroup(doc, 'Time', []);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    moveFactors(doc, { ids: [id], row: 'integrative', column: 'strategies' });
    writeText(other, 'factors', id, 'one more');
    setGroup(other, { ids: [id], group: group.ok ? group.value : null });
    placeOnMap(other, [{ id, pos: [10, 20, 206] }]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const [card] = gridOf(readSnapshot(doc)).cells.integrative.strategies;
    expect(card).toMatchObject({ text: 'one more', onMap: true, group: group.ok ? group.value : '' });
  });

  it('says so when the factors are gone', () => {
    const doc = board();
    const ids = added(doc, ['one']);
    removeFactors(doc, ids);
    expect(moveFactors(doc, { ids: [...ids], ...ROLES })).toMatchObject({ error: { code: 'factors-gone' } });
  });
});

describe('numberNewFactors', () => {
  it('[NUMBER1] numbers once and never reuses', () => {
    const doc = board();
    const ids = added(doc, ['one', 'two']);
    expect(numberNewFactors(doc)).toBe(2);
    expect(numberNewFactors(doc)).toBe(0);
    removeFactors(doc, ids);
    added(doc, ['three']);
    numberNewFactors(doc);
    expect(readSnapshot(doc).factors.map((factor) => factor.no)).toEqual([3]);
  });
});

describe('editText', () => {
  it('[RECORD5] typing into a removed factor brings it back', () => {
    const doc = board();
    const [id = ''] = added(doc, ['one']);
    removeFactors(doc, [id]);
    editText(doc, 'factors', id, { at: 3, remove: 0, insert: '!' });
    expect(cellTexts(doc)).toEqual(['one!']);
  });

  it('[RECORD5] an edit that changes nothing brings a removed factor back as it was', () => {
    const doc = board();
    const [id = ''] = added(doc, ['one']);
    removeFactors(doc, [id]);
    editText(doc, 'factors', id, { at: 0, remove: 0, insert: '' });
    expect(cellTexts(doc)).toEqual(['one']);
  });

  it('refuses edits outside the text and texts without end', () => {
    const doc = board();
    const [id = ''] = added(doc, ['one']);
    expect(editText(doc, 'factors', id, { at: 4, remove: 0, insert: 'x' }).ok).toBe(false);
    expect(editText(doc, 'factors', id, { at: 0, remove: 0, insert: 'x'.repeat(2000) })).toMatchObject({
      error: { code: 'text-too-long', values: { max: 2000 } },
    });
    expect(cellTexts(doc)).toEqual(['one']);
  });
});

describe('traits', () => {
  it('shows an outcome on the map and no longer in the grid', () => {
    const doc = board();
    const [id = ''] = added(doc, ['Graduation']);
    placeOnMap(doc, [{ id, pos: [0, 0, 206] }]);
    expect(mapOf(readSnapshot(doc)).nodes[0]?.kind).toBe('interfering');
    setFactorTraits(doc, id, { kind: 'outcome' });
    expect(mapOf(readSnapshot(doc)).nodes[0]?.kind).toBe('outcome');
    expect(gridOf(readSnapshot(doc)).count).toBe(0);
  });

  it('a factor without a row is a plain issue', () => {
    const doc = board();
    addFactors(doc, { texts: ['Attendance'] }, { unit: null });
    const [factor] = readSnapshot(doc).factors;
    expect(factor && kindOf(factor)).toBe('issue');
  });

  it('"we say this too" can be said and taken back', () => {
    const doc = board();
    const [id = ''] = added(doc, ['one']);
    setFactorUnit(doc, id, 'fin', true);
    expect(gridOf(readSnapshot(doc)).cells.interfering.roles[0]?.units).toEqual(['tl', 'fin']);
    setFactorUnit(doc, id, 'tl', false);
    expect(gridOf(readSnapshot(doc)).cells.interfering.roles[0]?.units).toEqual(['fin']);
  });
});

describe('reading', () => {
  it('[READ2] skips and counts what does not fit', () => {
    const doc = board();
    added(doc, ['one']);
    const factors = doc.getMap<unknown>('factors');
    factors.set('a', 'no record');
    factors.set(
      'b',
      new Y.Map<unknown>([
        ['in', 1],
        ['text', 'plain'],
        ['kind', 'other'],
      ]),
    );
    factors.set(
      'c',
      new Y.Map<unknown>([
        ['in', 1],
        ['text', 'x'],
        ['kind', 'factor'],
        ['pos', [NaN, 0, 100]],
      ]),
    );
    doc.getMap('meta').set('title', 7);
    const snapshot = readSnapshot(doc);
    expect(snapshot.invalid).toBe(4);
    expect(cellTexts(doc)).toEqual(['one']);
  });
});
