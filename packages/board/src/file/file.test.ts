import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { boardFromFile, createBoard } from '../create.ts';
import { gridOf } from '../projections/grid.ts';
import { readSnapshot } from '../snapshot.ts';
import { actOnce } from '../testing/person.ts';
import { randomFrom } from '../testing/replicas.ts';
import { openUndo } from '../undo.ts';
import { boardFileSchema, type BoardFile } from './board-file.ts';
import { numberNewFactors } from '../operations/factors/number.ts';
import { mergeIntoBoard } from './from-file.ts';
import { toBoardFile } from './to-file.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

function randomBoard(seed: number): Y.Doc {
  const made = createBoard({ title: `Board ${seed}`, units: [{ name: 'Teaching' }, { name: ' finance ' }] });
  if (!made.ok) throw new Error(made.error.code);
  const random = randomFrom(seed);
  let words = 0;
  for (let step = 0; step < 150; step += 1) actOnce(made.value, random, () => `w${(words += 1)} `);
  return made.value;
}

const throughText = (file: BoardFile): BoardFile => boardFileSchema.parse(JSON.parse(JSON.stringify(file)));

describe('board file', () => {
  it.each(SEEDS)('[FILE1] file to board to file is the same file, seed %i', (seed) => {
    const file = toBoardFile(readSnapshot(boardFromFile(toBoardFile(readSnapshot(randomBoard(seed))))));
    const again = toBoardFile(readSnapshot(boardFromFile(throughText(file))));
    expect(again).toEqual(file);
    expect(file.factors.length).toBeGreaterThan(0);
  });

  it.each(SEEDS)(
    '[FILE2] merging adds everything, keeps what was there, and is one undo step, seed %i',
    (seed) => {
      const doc = randomBoard(seed);
      const undo = openUndo(doc);
      const before = readSnapshot(doc);
      const other = readSnapshot(randomBoard(seed + 100));
      const incoming = toBoardFile(other);
      const ids = undo.step(() => mergeIntoBoard(doc, incoming, 0));
      const after = readSnapshot(doc);
      expect(after.factors).toHaveLength(before.factors.length + incoming.factors.length);
      const links = (board: typeof after) => (board.unmerged.influences ?? board.influences).length;
      expect(links(after)).toBe(links(before) + incoming.influences.length);
      expect(after.units).toHaveLength(2);
      expect(after.meta).toEqual(before.meta);
      expect(new Set(ids).size).toBe(incoming.factors.length);
      for (const factor of before.factors) expect(after.factors).toContainEqual(factor);
      expect(gridOf(after).count).toBe(gridOf(before).count + gridOf(other).count);
      undo.undo();
      expect(readSnapshot(doc)).toEqual(before);
    },
  );

  it('[FILE2] merged factors are numbered on in the order of their file', () => {
    const made = createBoard({ title: 'Retreat' });
    if (!made.ok) throw new Error(made.error.code);
    const words = Array.from({ length: 40 }, (_, index) => `factor ${index}`);
    const [counted, uncounted] = [words.slice(0, 20), words.slice(20)];
    const file = boardFileSchema.parse({
      schema: 'coherence-board/1',
      factors: [
        ...uncounted.map((text) => ({ id: `u${text}`, text, kind: 'factor' })),
        ...counted.map((text, index) => ({ id: text, text, kind: 'factor', no: index + 1 })).toReversed(),
      ],
    });
    mergeIntoBoard(made.value, file, 0);
    numberNewFactors(made.value);
    const inOrder = readSnapshot(made.value).factors.toSorted((a, b) => (a.no ?? 0) - (b.no ?? 0));
    expect(inOrder.map(({ text }) => text)).toEqual(words);
  });

  it.each(SEEDS)('[FILE3] a file cites only what is in it, seed %i', (seed) => {
    const file = toBoardFile(readSnapshot(randomBoard(seed)));
    const nodes = new Set([...file.factors, ...file.merged, ...file.strategies].map(({ id }) => id));
    const groups = new Set(file.groups.map(({ id }) => id));
    expect(file.influences.filter(({ from, to }) => !nodes.has(from) || !nodes.has(to))).toEqual([]);
    expect(file.factors.filter(({ group }) => group !== null && !groups.has(group))).toEqual([]);
  });

  it('[FILE3] what cites something removed goes with it or loses the citation', () => {
    const cites = { factors: ['gone', 'here'], unit: 'gone', group: 'gone', strategy: 'gone' };
    const file = boardFileSchema.parse({
      schema: 'coherence-board/1',
      units: [{ id: 'unit', name: 'Teaching' }],
      factors: [
        {
          id: 'here',
          text: 'Turnover',
          kind: 'factor',
          group: 'gone',
          sources: {
            unit: { unit: 'unit' },
            gone: { unit: 'gone' },
            old: { unit: 'gone', words: 'we said' },
          },
        },
      ],
      influences: [
        { id: 'i', from: 'here', to: 'plan', polarity: '+', source: { kind: 'unit', id: 'gone' } },
        { id: 'j', from: 'here', to: 'gone', polarity: '+' },
      ],
      tensions: [{ id: 't', interfering: 'here', integrative: 'gone', text: '' }],
      loops: [{ id: 'l', type: 'reinforcing', name: 'Loop', nodes: ['here', 'gone'] }],
      needs: [{ ...cites, id: 'n', text: '' }],
      assets: [{ ...cites, id: 'a', text: '' }],
      strategies: [{ ...cites, id: 'plan', text: '', needs: ['n', 'gone'], assets: ['gone', 'a'] }],
      actions: [{ ...cites, id: 'do', text: '' }],
    });
    const cited = toBoardFile(readSnapshot(boardFromFile(file)));
    expect(JSON.stringify(cited)).not.toContain('"gone"');
    expect(cited.factors[0]?.sources).toEqual({
      unit: { unit: 'unit', words: null, of: null },
      old: { unit: null, words: 'we said', of: null },
    });
    expect(cited.influences.map(({ id }) => id)).toEqual(['i']);
    expect([cited.tensions, cited.loops]).toEqual([[], []]);
    expect(cited.needs[0]?.factors).toEqual(['here']);
    expect(cited.strategies[0]).toMatchObject({ needs: ['n'], assets: ['a'] });
  });

  it('[FILE2] a unit the board knows lends its id to nothing else, whatever ids the file shares', () => {
    const made = createBoard({ title: 'Board', units: [{ name: 'Teaching', id: 'known' }] });
    if (!made.ok) throw new Error(made.error.code);
    const file = boardFileSchema.parse({
      schema: 'coherence-board/1',
      units: [{ id: '1', name: 'teaching ' }],
      groups: [{ id: '1', text: 'Group' }],
      factors: [{ id: '1', text: 'Turnover', kind: 'factor', group: '1', sources: { 1: { unit: '1' } } }],
    });
    mergeIntoBoard(made.value, file, 0);
    mergeIntoBoard(made.value, file, 0);
    const { factors, groups, units } = readSnapshot(made.value);
    expect([factors.length, groups.length, units.map(({ id }) => id)]).toEqual([2, 2, ['known']]);
    for (const factor of factors) {
      expect(factor.sources).toEqual({ known: { unit: 'known', words: null, of: null } });
      expect(groups.map(({ id }) => id)).toContain(factor.group);
    }
  });

  it('[FILE4] a merged map stands beside the one that is there, unchanged in itself', () => {
    const file = boardFileSchema.parse({
      schema: 'coherence-board/1',
      factors: [
        { id: 'a', text: 'A', kind: 'factor', pos: [-40, 100, 206] },
        { id: 'b', text: 'B', kind: 'factor', pos: [300, 260, 206] },
        { id: 'c', text: 'C', kind: 'factor' },
      ],
      strategies: [{ id: 's', text: 'S', pos: [0, 500, 206] }],
      drawings: [{ id: 'd', kind: 'pen', pos: [200, 0, 40], points: [0, 0, 700, -60, -300, 20] }],
    });
    const doc = boardFromFile(file);
    mergeIntoBoard(doc, file, 0);
    const { factors, strategies, drawings } = readSnapshot(doc);
    const places = (text: string) => factors.filter((factor) => factor.text === text).map(({ pos }) => pos);
    // What is there ends at 900 with the stroke; what comes begins at -100 with it.
    const dx = 900 + 160 + 100;
    expect(places('A')).toContainEqual([-40 + dx, 100, 206]);
    expect(places('B')).toContainEqual([300 + dx, 260, 206]);
    expect(places('C')).toEqual([null, null]);
    expect(strategies.map(({ pos }) => pos)).toContainEqual([dx, 500, 206]);
    expect(drawings.map(({ pos }) => pos)).toContainEqual([200 + dx, 0, 40]);
  });
});
