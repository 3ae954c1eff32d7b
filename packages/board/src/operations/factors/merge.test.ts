import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile, createBoard } from '../../create.ts';
import { boardFileSchema } from '../../file/board-file.ts';
import { toBoardFile } from '../../file/to-file.ts';
import { mergeIntoBoard } from '../../file/from-file.ts';
import { renewBoard } from '../../generation.ts';
import { gridOf } from '../../projections/grid.ts';
import { mapOf } from '../../projections/map.ts';
import { factorNow, originalsOf } from '../../projections/originals.ts';
import { namesOf } from '../../projections/record-facts.ts';
import { openSnapshots, readSnapshot } from '../../snapshot.ts';
import { randomFrom, network } from '../../testing/replicas.ts';
import { openUndo } from '../../undo.ts';
import { addFactors, removeFactors } from './factor.ts';
import { addInfluence } from '../map/influence.ts';
import { mergeFactors, rewordFactor, splitFactor } from './merge.ts';
import { editText } from '../../writing/text.ts';

const FILE = boardFileSchema.parse({
  schema: 'coherence-board/1',
  units: [
    { id: 'si', name: 'School Improvement' },
    { id: 'fp', name: 'Federal Programs' },
  ],
  groups: [{ id: 'g', text: 'Roles' }],
  factors: [
    { id: 'a', text: 'Roles unclear', kind: 'factor', sources: { fp: { unit: 'fp' } }, pos: [0, 0, 206] },
    {
      id: 'b',
      text: 'Unclear roles',
      kind: 'factor',
      cell: ['interfering', 'roles', 'a0'],
      sources: { si: { unit: 'si' } },
    },
    { id: 'c', text: 'Who decides?', kind: 'factor', group: 'g' },
    { id: 'd', text: 'Turnover', kind: 'factor', pos: [500, 0, 206] },
  ],
  influences: [
    { id: 'i', from: 'a', to: 'd', polarity: '+', source: { kind: 'unit', id: 'fp' } },
    { id: 'j', from: 'a', to: 'b', polarity: '-' },
  ],
  tensions: [{ id: 't', interfering: 'a', integrative: 'b', text: '' }],
  loops: [{ id: 'l', type: 'reinforcing', name: 'R', nodes: ['a', 'd'] }],
  needs: [{ id: 'n', text: 'Name roles', factors: ['a', 'b'] }],
  notes: [{ id: 'k', kind: 'note', text: 'a and b', about: ['a', 'b'] }],
  voteRounds: [
    {
      id: 'v',
      text: 'Vote',
      results: { a: 3, b: 2, d: 1 },
      voters: { a: 2, b: 1 },
      byUnit: { a: { si: 3 } },
    },
  ],
});

const board = () => boardFromFile(FILE);
const factor = (doc: Y.Doc, id: string) => readSnapshot(doc).factors.find((one) => one.id === id);
const said = (doc: Y.Doc, id: string) =>
  originalsOf(readSnapshot(doc), id).map(({ of, words, units }) => [of, words, units.join()]);
const idsOn = (doc: Y.Doc) => readSnapshot(doc).factors.map(({ id }) => id);

describe('merging factors', () => {
  it('[MERGE1] keeps who said what, where names were promised', () => {
    const doc = boardFromFile(
      boardFileSchema.parse({
        schema: 'coherence-board/1',
        units: FILE.units,
        factors: [
          { id: 'a', kind: 'factor', text: 'Unclear roles', sources: { x: { unit: 'si', name: 'Dana' } } },
          { id: 'b', kind: 'factor', text: 'Roles unclear', sources: { y: { unit: 'si', name: 'Lee' } } },
        ],
      }),
    );
    mergeFactors(doc, 'a', ['b']);
    const [kept] = readSnapshot(doc).factors;
    expect(kept === undefined ? [] : namesOf(kept)).toEqual(['Dana', 'Lee']);
    expect(originalsOf(readSnapshot(doc), 'a')).toMatchObject([
      { of: 'b', words: 'Roles unclear', units: ['si'], names: ['Lee'] },
    ]);
    expect(originalsOf(readSnapshot(doc), 'a')).toHaveLength(1);
  });

  it('[MERGE1] the survivor keeps its words and shows words and units of the others', () => {
    const doc = board();
    expect(mergeFactors(doc, 'b', ['a', 'c']).ok).toBe(true);
    expect(idsOn(doc)).toEqual(['b', 'd']);
    expect(factor(doc, 'b')?.text).toBe('Unclear roles');
    expect(said(doc, 'b')).toEqual([
      ['a', 'Roles unclear', 'fp'],
      ['c', 'Who decides?', ''],
    ]);
    expect(gridOf(readSnapshot(doc)).cells.interfering.roles[0]?.units).toEqual(['si', 'fp']);
  });

  it('[MERGE1] a factor that has no cell, place or group takes over that of what is merged into it', () => {
    const doc = board();
    mergeFactors(doc, 'a', ['b', 'c']);
    expect(factor(doc, 'a')).toMatchObject({
      cell: ['interfering', 'roles', 'a0'],
      group: 'g',
      pos: [0, 0, 206],
    });
  });

  it('[MERGE2] what cites a merged factor is read as citing the survivor, and nothing leads to itself', () => {
    const doc = board();
    mergeFactors(doc, 'b', ['a']);
    const { influences, tensions, loops, needs, notes, voteRounds } = readSnapshot(doc);
    expect(influences.map(({ id, from, to }) => [id, from, to])).toEqual([['i', 'b', 'd']]);
    expect(mapOf(readSnapshot(doc)).links.map(({ id }) => id)).toEqual(['b>d']);
    expect(tensions).toEqual([]);
    expect(loops[0]?.nodes).toEqual(['b', 'd']);
    expect(needs[0]?.factors).toEqual(['b']);
    expect(notes[0]?.about).toEqual(['b']);
    expect(voteRounds[0]).toMatchObject({
      results: { b: 5, d: 1 },
      voters: { b: 2 },
      byUnit: { b: { si: 3 } },
    });
    expect(String(doc.getMap<Y.Map<unknown>>('influences').get('i')?.get('from'))).toBe('a');
  });

  it('[MERGE3] splitting brings everything back as it was, and so does one undo', () => {
    const doc = board();
    const before = readSnapshot(doc);
    const undo = openUndo(doc);
    undo.step(() => mergeFactors(doc, 'd', ['a', 'b']));
    expect(idsOn(doc)).toEqual(['c', 'd']);
    undo.undo();
    expect(readSnapshot(doc).influences).toEqual(before.influences);
    expect(idsOn(doc)).toEqual(['a', 'b', 'c', 'd']);
    undo.redo();
    undo.step(() => splitFactor(doc, 'd', 'a'));
    expect(factor(doc, 'a')).toEqual(before.factors[0]);
    expect(idsOn(doc)).toEqual(['a', 'c', 'd']);
    undo.undo();
    expect(idsOn(doc)).toEqual(['c', 'd']);
    expect(splitFactor(doc, 'c', 'a')).toMatchObject({ ok: false, error: { code: 'words-not-merged' } });
  });

  it('[MERGE4] a chain keeps all and splits one by one', () => {
    const doc = board();
    mergeFactors(doc, 'b', ['a']);
    mergeFactors(doc, 'c', ['b']);
    expect(said(doc, 'c').map(([of]) => of)).toEqual(['a', 'b']);
    const now = (id: string) => factorNow(readSnapshot(doc), id);
    expect(['a', 'b', 'c', 'd', 'gone'].map(now)).toEqual(['c', 'c', 'c', 'd', null]);
    splitFactor(doc, 'c', 'b');
    expect(idsOn(doc)).toEqual(['b', 'c', 'd']);
    expect(said(doc, 'c').map(([of]) => of)).toEqual(['a']);
    expect(said(doc, 'b')).toEqual([]);
    splitFactor(doc, 'c', 'a');
    expect(idsOn(doc)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('[MERGE5] a later reword, and taking the merge back after it, loses no original words', () => {
    const doc = board();
    const undo = openUndo(doc);
    undo.step(() => mergeFactors(doc, 'b', ['a']));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    rewordFactor(other, 'b', 'Nobody knows who does what');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(said(doc, 'b')).toEqual([
      ['b', 'Unclear roles', 'si'],
      ['a', 'Roles unclear', 'fp'],
    ]);
    undo.undo();
    expect(factor(doc, 'b')?.text).toBe('Nobody knows who does what');
    expect(said(doc, 'b')).toEqual([['b', 'Unclear roles', 'si']]);
    rewordFactor(doc, 'b', 'Unclear roles');
    expect(said(doc, 'b')).toEqual([]);
  });

  it('[MERGE6] words typed into a factor while a person merges it are among the words that are kept', () => {
    const { docs, deliverAll } = network(2, randomFrom(1), Y.encodeStateAsUpdate(board()));
    const [facilitator, writer] = docs as [Y.Doc, Y.Doc];
    mergeFactors(facilitator, 'b', ['a']);
    editText(writer, 'factors', 'a', { at: 13, remove: 0, insert: ' since May' });
    deliverAll();
    expect(said(facilitator, 'b')).toEqual([['a', 'Roles unclear since May', 'fp']]);
    expect(readSnapshot(writer)).toEqual(readSnapshot(facilitator));
  });

  it.each([
    ['into one from two sides', ['b', 'a'], ['b', 'c'], ['b', 'd']],
    ['one into another that is merged at the same time', ['b', 'a'], ['a', 'c'], ['b', 'd']],
    ['two into each other', ['b', 'a'], ['a', 'b'], ['a', 'c', 'd']],
  ] as const)('[MERGE7] at once: %s', (_name, [into, id], [otherInto, other], left) => {
    const { docs, deliverAll } = network(2, randomFrom(1), Y.encodeStateAsUpdate(board()));
    const [one, two] = docs as [Y.Doc, Y.Doc];
    mergeFactors(one, into, [id]);
    mergeFactors(two, otherInto, [other]);
    deliverAll();
    expect(idsOn(one)).toEqual(left);
    expect(readSnapshot(two)).toEqual(readSnapshot(one));
    for (const merged of readSnapshot(one).merged) {
      const survivor = left.find((id_) => said(one, id_).some(([of]) => of === merged.id));
      expect(splitFactor(one, survivor ?? '', merged.id).ok).toBe(true);
    }
    expect(idsOn(one)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('[MERGE8] what was merged goes with the survivor when that is removed, and comes back with it', () => {
    const doc = board();
    const undo = openUndo(doc);
    mergeFactors(doc, 'b', ['a']);
    undo.step(() => removeFactors(doc, ['b']));
    expect(idsOn(doc)).toEqual(['c', 'd']);
    expect(readSnapshot(doc).merged).toEqual([]);
    undo.undo();
    expect(said(doc, 'b').map(([of]) => of)).toEqual(['a']);
  });

  it('[MERGE9] nothing is merged into itself, into what is gone, or twice', () => {
    const doc = board();
    mergeFactors(doc, 'b', ['a']);
    for (const [into, ids, code] of [
      ['b', ['b'], 'factors-gone'],
      ['b', ['a'], 'factors-gone'],
      ['a', ['b'], 'factors-gone'],
      ['gone', ['c'], 'merge-target-gone'],
      ['c', ['gone'], 'factors-gone'],
    ] as const) {
      expect(mergeFactors(doc, into, ids)).toMatchObject({ ok: false, error: { code } });
    }
    mergeFactors(doc, 'a', ['c']);
    expect(said(doc, 'b').map(([of]) => of)).toEqual(['a', 'c']);
  });

  it('[READ1] records that were not touched stay the same objects while others are merged', () => {
    const doc = board();
    const reader = openSnapshots(doc);
    mergeFactors(doc, 'b', ['a']);
    const before = reader.get();
    rewordFactor(doc, 'c', 'Who decides what?');
    const after = reader.get();
    expect(after.factors.find(({ id }) => id === 'b')).toBe(before.factors.find(({ id }) => id === 'b'));
    expect(after.influences).toBe(before.influences);
    expect(after.needs[0]).toBe(before.needs[0]);
  });

  it('[MERGE10] a file and a new generation keep what was merged, so that it can still be split off', () => {
    const doc = board();
    mergeFactors(doc, 'b', ['a']);
    mergeFactors(doc, 'c', ['b']);
    const file = toBoardFile(readSnapshot(doc));
    expect(file.factors.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(Object.values(file.factors[0]?.sources ?? {})).toEqual([
      { unit: 'fp', words: 'Roles unclear', of: 'a' },
      { unit: 'si', words: 'Unclear roles', of: 'b' },
    ]);
    for (const copy of [boardFromFile(boardFileSchema.parse(file)), renewBoard(doc)]) {
      expect(readSnapshot(copy)).toEqual(readSnapshot(doc));
      splitFactor(copy, 'c', 'a');
      expect(readSnapshot(copy).influences.find(({ id }) => id === 'i')?.from).toBe('a');
    }
    const made = createBoard({ title: 'Other' });
    if (!made.ok) throw new Error(made.error.code);
    expect(mergeIntoBoard(made.value, file, 0)).toHaveLength(2);
    const other = readSnapshot(made.value);
    expect(other.factors).toHaveLength(2);
    const kept = other.factors.find(({ text }) => text === 'Who decides?')?.id ?? '';
    expect(originalsOf(other, kept).map(({ words }) => words)).toEqual(['Roles unclear', 'Unclear roles']);
  });

  it('[RENEW2] redacting a factor redacts what was merged into it; what went with a removed one is not kept', () => {
    const doc = board();
    mergeFactors(doc, 'b', ['a']);
    rewordFactor(doc, 'b', 'Reworded');
    mergeFactors(doc, 'd', ['c']);
    removeFactors(doc, ['d']);
    const fresh = renewBoard(doc, new Set(['b']));
    const bytes = [...Y.encodeStateAsUpdate(fresh)].map((byte) => String.fromCharCode(byte)).join('');
    for (const words of ['Unclear roles', 'Roles unclear', 'Reworded', 'Who decides']) {
      expect(bytes).not.toContain(words);
    }
    expect(readSnapshot(fresh).factors.map(({ id }) => id)).toEqual(['b']);
  });

  it('[LINK1] links of one source from two factors that became one are both kept', () => {
    const doc = board();
    addInfluence(
      doc,
      { from: 'c', to: 'd', polarity: '-', source: { kind: 'unit', id: 'fp' } },
      { unit: null },
    );
    mergeFactors(doc, 'c', ['a']);
    const [arrow] = mapOf(readSnapshot(doc)).links;
    expect(arrow).toMatchObject({ id: 'c>d', polarity: 'mixed' });
    expect(arrow?.records).toHaveLength(2);
  });

  it('[NUMBER1] numbers of merged factors stay theirs', () => {
    const doc = board();
    addFactors(doc, { texts: ['New'] }, { unit: null });
    mergeFactors(doc, 'd', ['c']);
    expect(readSnapshot(doc).merged.map(({ id, into }) => [id, into])).toEqual([['c', 'd']]);
  });
});
