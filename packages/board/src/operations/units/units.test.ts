import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../../create.ts';
import { createRecords } from '../../doc.ts';
import { mapOf } from '../../projections/map.ts';
import { unitsInOrder } from '../../projections/record-facts.ts';
import { readSession, writeSession } from '../../session/session.ts';
import { readSnapshot } from '../../snapshot.ts';
import { openUndo } from '../../undo.ts';
import { setMeta } from '../board.ts';
import { addFactors, setFactorUnit } from '../factors/factor.ts';
import { addInfluence } from '../map/influence.ts';
import { followMerges, mergeUnits } from './merge-units.ts';
import { addUnits, editUnit, moveUnit, unitNow } from './units.ts';

function board(): Y.Doc {
  const made = createBoard({
    title: 'T',
    units: [
      { name: 'Finance', id: 'fin' },
      { name: 'Other: finance', id: 'other' },
      { name: 'Teaching', id: 'tl' },
    ],
  });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
function factor(doc: Y.Doc, text: string, unit: string): string {
  const added = addFactors(doc, { texts: [text] }, { unit });
  if (!added.ok) throw new Error(added.error.code);
  return added.value[0] ?? '';
}
const sourcesOf = (doc: Y.Doc, id: string) =>
  readSnapshot(doc).factors.find((one) => one.id === id)?.sources ?? {};
const names = (doc: Y.Doc) => unitsInOrder(readSnapshot(doc)).map(({ name }) => name);

describe('units', () => {
  it('are renamed, lettered, tiered and ordered, and no two have one name', () => {
    const doc = board();
    expect(editUnit(doc, 'tl', { name: ' Teaching and Learning ', short: 'TL', tier: 'state' }).ok).toBe(
      true,
    );
    expect(editUnit(doc, 'tl', { name: 'FINANCE' })).toMatchObject({
      ok: false,
      error: { code: 'unit-name-taken', values: { word: 'unit' } },
    });
    setMeta(doc, { unitWord: 'office' });
    expect(editUnit(doc, 'gone', {})).toMatchObject({ error: { values: { word: 'office' } } });
    expect(editUnit(doc, 'fin', { name: 'Finance' }).ok).toBe(true);
    expect(moveUnit(doc, 'tl', 'fin').ok).toBe(true);
    expect(names(doc)).toEqual(['Teaching and Learning', 'Finance', 'Other: finance']);
    expect(moveUnit(doc, 'tl', null).ok).toBe(true);
    expect(names(doc)).toEqual(['Finance', 'Other: finance', 'Teaching and Learning']);
    expect(readSnapshot(doc).units.find(({ id }) => id === 'tl')).toMatchObject({
      short: 'TL',
      tier: 'state',
    });
    expect(editUnit(doc, 'tl', { tier: null, short: '' }).ok).toBe(true);
    expect(readSnapshot(doc).units.find(({ id }) => id === 'tl')).toMatchObject({ short: null, tier: null });
  });

  it('one that is there already is not added again', () => {
    expect(addUnits(board(), [{ name: ' other:  FINANCE ' }])).toMatchObject({ value: ['other'] });
  });
});

describe('merging units', () => {
  it('[UNITE1] what one named the other names: factors, links, assets, votes', () => {
    const doc = board();
    const money = factor(doc, 'Money comes late', 'other');
    const roles = factor(doc, 'Unclear roles', 'tl');
    setFactorUnit(doc, roles, 'other', true);
    setFactorUnit(doc, roles, 'fin', true);
    addInfluence(doc, { from: money, to: roles, polarity: '+' }, { unit: 'other' });
    createRecords(doc, [
      { root: 'assets', id: 'a', text: 'A', fields: { unit: 'other' } },
      {
        root: 'voteRounds',
        id: 'v',
        text: 'Q',
        fields: {
          votersByUnit: { other: 3, fin: 4, others: 2 },
          byUnit: { [money]: { other: 5, fin: 1 }, [roles]: { tl: 2 } },
        },
      },
    ]);
    expect(mergeUnits(doc, 'other', 'fin').ok).toBe(true);
    const { factors, influences, assets, voteRounds, units } = readSnapshot(doc);
    expect(units.map(({ id }) => id)).toEqual(['fin', 'tl']);
    expect(factors.find(({ id }) => id === money)?.sources).toMatchObject({
      fin: { unit: 'fin', words: null },
    });
    expect(Object.keys(sourcesOf(doc, roles)).sort()).toEqual(['fin', 'tl']);
    expect(influences.map(({ source }) => source)).toEqual([{ kind: 'unit', id: 'fin' }]);
    expect(assets[0]?.unit).toBe('fin');
    expect(voteRounds[0]?.votersByUnit).toEqual({ fin: 7, others: 2 });
    expect(voteRounds[0]?.byUnit).toEqual({ [money]: { fin: 6 }, [roles]: { tl: 2 } });
  });

  it('[UNITE2] keeps links of two breakouts apart, also where one unit wrote both, and one breakout stays one', () => {
    const doc = board();
    const [a, b] = [factor(doc, 'A', 'tl'), factor(doc, 'B', 'tl')];
    const [one, two] = [
      { id: 'r1', name: 'Room 1' },
      { id: 'r2', name: 'Room 2' },
    ];
    addInfluence(doc, { from: a, to: b, polarity: '+' }, { unit: 'fin', room: one });
    addInfluence(doc, { from: a, to: b, polarity: '+' }, { unit: 'other', room: two });
    addInfluence(doc, { from: a, to: b, polarity: '+' }, { unit: 'other' });
    expect(mergeUnits(doc, 'other', 'fin').ok).toBe(true);
    const { influences } = readSnapshot(doc);
    expect(influences.map(({ source }) => source?.id)).toEqual(['fin', 'fin', 'fin']);
    expect(influences.map(({ room }) => room?.name ?? 'none').sort()).toEqual(['Room 1', 'Room 2', 'none']);
  });

  it('[UNITE2] keeps both wordings of one factor, and both signs of one link', () => {
    const doc = board();
    const [a, b] = [factor(doc, 'A', 'tl'), factor(doc, 'B', 'tl')];
    const sources = doc.getMap('factors').get(a);
    if (!(sources instanceof Y.Map)) throw new Error('no factor');
    const inner = sources.get('sources') as Y.Map<unknown>;
    inner.set('m1', { unit: 'other', words: 'As others said it' });
    inner.set('other', { unit: 'other', words: 'Once more' });
    inner.set('fin', { unit: 'fin', words: 'In our words' });
    addInfluence(doc, { from: a, to: b, polarity: '+', strength: 1, note: 'ours' }, { unit: 'fin' });
    addInfluence(doc, { from: a, to: b, polarity: '-', strength: 3 }, { unit: 'other' });
    addInfluence(doc, { from: b, to: a, polarity: '+', strength: 1, note: 'ours' }, { unit: 'fin' });
    addInfluence(
      doc,
      { from: b, to: a, polarity: '+', strength: 3, delay: true, note: 'theirs' },
      { unit: 'other' },
    );
    mergeUnits(doc, 'other', 'fin');
    const words = Object.values(sourcesOf(doc, a)).map((one) => [one.unit, one.words]);
    expect(words.sort()).toEqual([
      ['fin', 'As others said it'],
      ['fin', 'In our words'],
      ['fin', 'Once more'],
      ['tl', null],
    ]);
    const there = readSnapshot(doc).influences.filter(({ from }) => from === a);
    expect(there.map(({ polarity }) => polarity).sort()).toEqual(['+', '-']);
    const back = readSnapshot(doc).influences.filter(({ from }) => from === b);
    expect(back).toMatchObject([{ polarity: '+', strength: 3, delay: true, note: 'ours\ntheirs' }]);
    expect(mapOf(readSnapshot(doc)).links).toEqual([]);
  });

  it('[UNITE1] nobody undoes it, and what names the merged unit later follows', () => {
    const doc = board();
    const undo = openUndo(doc);
    const early = factor(doc, 'Early', 'other');
    mergeUnits(doc, 'other', 'fin');
    mergeUnits(doc, 'fin', 'tl');
    const late = factor(doc, 'Late', 'other');
    expect(followMerges(doc)).toBe(true);
    expect(followMerges(doc)).toBe(false);
    expect([early, late].map((id) => Object.keys(sourcesOf(doc, id)))).toEqual([['tl'], ['tl']]);
    expect(unitNow(doc, 'other')).toBe('tl');
    expect(unitNow(doc, 'nothing')).toBe(null);
    undo.undo();
    undo.undo();
    expect(readSnapshot(doc).units.map(({ id }) => id)).toEqual(['tl']);
    undo.destroy();
  });

  it('takes who is expected along, and refuses what is not there', () => {
    const doc = board();
    writeSession(doc, { expected: [{ name: 'Dana', unit: 'other: Finance' }] });
    mergeUnits(doc, 'other', 'fin');
    expect(readSession(doc).expected).toEqual([{ name: 'Dana', unit: 'Finance' }]);
    for (const [from, into] of [
      ['other', 'fin'],
      ['fin', 'fin'],
      ['fin', 'nothing'],
    ] as const) {
      expect(mergeUnits(doc, from, into).ok).toBe(false);
    }
  });

  it('[UNITE2] whatever was said, who said something before says it after', () => {
    const unit = fc.constantFrom('fin', 'other', 'tl');
    const said = fc.array(fc.tuple(unit, fc.nat(3), fc.nat(3), fc.constantFrom('+', '-', '?')), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(said, fc.array(fc.tuple(unit, fc.nat(3)), { maxLength: 8 }), (links, named) => {
        const doc = board();
        const ids = ['A', 'B', 'C', 'D'].map((text) => factor(doc, text, 'tl'));
        for (const [by, at] of named) setFactorUnit(doc, ids[at] ?? '', by, true);
        for (const [by, from, to, polarity] of links) {
          addInfluence(doc, { from: ids[from] ?? '', to: ids[to] ?? '', polarity }, { unit: by });
        }
        const facts = (renamed: (unit: string) => string) => {
          const { factors, influences } = readSnapshot(doc);
          const all = [
            ...factors.flatMap(({ id, sources }) =>
              Object.values(sources).map((one) => `${id} ${renamed(one.unit ?? '')}`),
            ),
            ...influences.map(
              ({ from, to, polarity, source }) => `${from} ${to} ${polarity} ${renamed(source?.id ?? '')}`,
            ),
          ];
          return [...new Set(all)].sort();
        };
        const before = facts((one) => (one === 'other' ? 'fin' : one));
        mergeUnits(doc, 'other', 'fin');
        expect(facts((one) => one)).toEqual(before);
        expect(followMerges(doc)).toBe(false);
      }),
    );
  });
});
