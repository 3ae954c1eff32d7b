import {
  createBoard,
  addFactors,
  gridOf,
  mapOf,
  mergeIntoBoard,
  openUndo,
  readSnapshot,
  unitsInOrder,
} from '@coherence/board';
import { describe, expect, test } from 'vitest';
import { sampleFile, type SampleName } from './testing/samples.ts';

/** A board people have worked on, with one unit that sample "grid" has too, under another spelling. */
function workedOn() {
  const made = createBoard({
    title: 'Ours',
    question: 'Why?',
    units: [
      { id: 'ours', name: ' office of SCHOOL and district  improvement' },
      { id: 'us', name: 'Teaching and Learning' },
    ],
  });
  if (!made.ok) throw new Error(made.error.code);
  const cell = { row: 'interfering', column: 'roles' } as const;
  const added = addFactors(made.value, { texts: ['First here', 'Second here'], cell }, { unit: 'ours' });
  if (!added.ok) throw new Error(added.error.code);
  return made.value;
}

describe.each(['published', 'grid', 'map'] satisfies SampleName[])('merging sample %s', (name) => {
  const file = sampleFile(name);

  test('is one step, and undo restores the board exactly', () => {
    const doc = workedOn();
    const undo = openUndo(doc);
    const before = readSnapshot(doc);
    undo.step(() => mergeIntoBoard(doc, file, 0));
    const merged = readSnapshot(doc);
    expect(merged.factors).toHaveLength(before.factors.length + file.factors.length);
    undo.undo();
    expect(readSnapshot(doc)).toEqual(before);
    expect(undo.canUndo).toBe(false);
    undo.redo();
    expect(readSnapshot(doc)).toEqual(merged);
  });

  test('keeps title and question of the board, and writes those of the file into a note', () => {
    const doc = workedOn();
    mergeIntoBoard(doc, file, 5);
    const { meta, notes } = readSnapshot(doc);
    expect([meta.title, meta.question]).toEqual(['Ours', 'Why?']);
    const said = [file.title, file.question, ...Object.values(file.about)].filter(
      (value): value is string => typeof value === 'string',
    );
    for (const words of said) expect(notes[0]?.text).toContain(words);
  });

  test('twice gives two copies with ids of their own, and every unit once', () => {
    const doc = workedOn();
    const first = mergeIntoBoard(doc, file, 0);
    const second = mergeIntoBoard(doc, file, 0);
    const board = readSnapshot(doc);
    expect(new Set([...first, ...second]).size).toBe(2 * file.factors.length);
    for (const list of ['influences', 'groups', 'strategies', 'loops', 'tensions', 'voteRounds'] as const) {
      expect(board[list]).toHaveLength(2 * file[list].length);
    }
    const shared = { published: 0, grid: 1, map: 1 }[name];
    expect(board.units).toHaveLength(2 + file.units.length - shared);
    expect(cited(board, first)).toEqual(cited(board, second));
  });
});

/** What factors say, in words: ids differ between copies, words do not. */
function cited(board: ReturnType<typeof readSnapshot>, ids: readonly string[]) {
  const wordsOf = new Map(
    [...board.groups, ...board.factors, ...board.strategies].map(({ id, text }) => [id, text]),
  );
  const copied = new Set(ids);
  const factors = board.factors.filter(({ id }) => copied.has(id));
  const links = board.influences.filter(({ from }) => copied.has(from));
  return {
    factors: factors
      .map(({ text, group, sources, note }) => [text, wordsOf.get(group ?? ''), Object.keys(sources), note])
      .sort(),
    links: links.map(({ from, to, source }) => [wordsOf.get(from), wordsOf.get(to), source?.id]).sort(),
  };
}

test('merged cards follow those of their cell, in the order of the file', () => {
  const doc = workedOn();
  mergeIntoBoard(doc, sampleFile('grid'), 0);
  const texts = gridOf(readSnapshot(doc)).cells.interfering.roles.map(({ text }) => text);
  const expected = sampleFile('grid').factors.filter(
    ({ cell }) => cell?.[0] === 'interfering' && cell[1] === 'roles',
  );
  expect(texts).toEqual(['First here', 'Second here', ...expected.map(({ text }) => text)]);
});

test('units are matched by name, and the cards of the file carry them', () => {
  const doc = workedOn();
  mergeIntoBoard(doc, sampleFile('grid'), 0);
  const board = readSnapshot(doc);
  const card = board.factors.find(({ text }) => text.startsWith('Unclear who calls'));
  expect(Object.values(card?.sources ?? {}).map(({ unit }) => unit)).toEqual(['ours']);
  expect(
    unitsInOrder(board)
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['ours', 'us']);
});

test('a merged map stands on the map with every link, sign and source', () => {
  const doc = workedOn();
  const file = sampleFile('map');
  mergeIntoBoard(doc, file, 0);
  const map = mapOf(readSnapshot(doc));
  expect(map.nodes).toHaveLength(37);
  expect(map.links).toHaveLength(68);
  const said = (list: readonly { polarity: string; strength: number }[]) =>
    list.map(({ polarity, strength }) => `${polarity}${strength}`).sort();
  expect(said(map.links.flatMap(({ records }) => records))).toEqual(said(file.influences));
});
