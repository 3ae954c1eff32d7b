import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { boardFromFile, createBoard } from '../create.ts';
import { RECORD_ROOTS } from '../doc.ts';
import { readBoardFile, type BoardFileInput } from '../file/board-file.ts';
import { changesBetween } from '../file/changes.ts';
import { toBoardFile } from '../file/to-file.ts';
import { addFactors } from '../operations/factors/factor.ts';
import { readSnapshot, type BoardSnapshot } from '../snapshot.ts';
import { gridOf } from './grid.ts';
import { shownChange } from '../file/shown-change.ts';
import { shownBoard, wholeOf } from './shown.ts';

const say = (count: number, most: number): string => `${count} of ${most}`;
const LONG = 'w'.repeat(2690);
const cut = (most: number): string => `2690 of ${most}\n${'w'.repeat(most)}…`;

/** Every field of a board file that holds a person's words, with more of them than it may hold. */
const EVERY: BoardFileInput = {
  schema: 'coherence-board/1',
  title: LONG,
  question: LONG,
  about: { organization: LONG, subtitle: LONG, statement: LONG, source: LONG, fictional: false },
  units: [{ id: 'u', name: LONG, short: LONG, rank: 'a0' }],
  factors: [
    {
      id: 'f',
      text: LONG,
      kind: 'factor',
      mapName: LONG,
      cell: ['interfering', 'roles', 'a0'],
      wording: LONG,
      note: LONG,
      sources: { s: { unit: 'u', words: LONG, name: LONG } },
    },
    { id: 'g', text: 'Short', kind: 'factor' },
  ],
  merged: [{ id: 'h', text: LONG, kind: 'factor', into: 'f' }],
  influences: [{ id: 'i', from: 'f', to: 'g', polarity: '+', note: LONG, room: { id: 'r', name: LONG } }],
  groups: [{ id: 'gr', text: LONG }],
  tensions: [{ id: 't', interfering: 'f', integrative: 'g', text: LONG }],
  loops: [{ id: 'l', type: 'balancing', name: LONG, label: LONG, nodes: ['f'], sentence: LONG }],
  needs: [{ id: 'n', text: LONG }],
  assets: [{ id: 'a', text: LONG }],
  strategies: [{ id: 'st', text: LONG, owner: LONG, due: LONG, firstStep: LONG, note: LONG }],
  actions: [{ id: 'ac', text: LONG, owner: LONG, due: LONG }],
  notes: [{ id: 'no', kind: 'note', text: LONG }],
  drawings: [{ id: 'd', kind: 'note', pos: [0, 0, 200], text: LONG }],
  voteRounds: [
    {
      id: 'v',
      text: LONG,
      method: 'recorded',
      closedAt: LONG,
      questions: [LONG],
      recorded: [{ name: LONG, unit: 'u', choice: 'yes' }],
    },
  ],
};

function board() {
  const read = readBoardFile(EVERY);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const whole = readSnapshot(boardFromFile(read.value));
  return { file: toBoardFile(whole), whole };
}

it('[LONG1] shows a text cut at its limit with what is said of it, and leaves files and short texts whole', () => {
  const made = createBoard({ title: 'T' });
  if (!made.ok) throw new Error(made.error.code);
  const added = addFactors(made.value, { texts: ['Short', 'b'] }, { unit: null });
  const before = readSnapshot(made.value);
  expect(shownBoard(before, say)).toBe(before);
  const [, id = ''] = added.ok ? added.value : [];
  const record = made.value.getMap<Y.Map<unknown>>('factors').get(id);
  (record?.get('text') as Y.Text | undefined)?.insert(0, 'a'.repeat(2689));
  const whole = readSnapshot(made.value);
  const shown = shownBoard(whole, say);
  const texts = gridOf(shown).unplaced.map(({ text }) => text);
  expect(texts.toSorted()).toEqual([`2690 of 2000\n${'a'.repeat(2000)}…`, 'Short']);
  expect(toBoardFile(whole).factors.map(({ text }) => text.length)).toContain(2690);
  expect(shownBoard(whole, say).factors.find((one) => one.id === id)).toBe(
    shown.factors.find((one) => one.id === id),
  );
});

describe('[LONG1] words of any field', () => {
  it('are shown cut at the limit that the field declares, wherever a schema has words', () => {
    const { whole } = board();
    const shown = shownBoard(whole, say);
    const { units, factors, influences, loops, strategies, voteRounds, meta } = shown;
    expect(meta).toMatchObject({
      title: cut(300),
      question: cut(1000),
      about: { organization: cut(200), subtitle: cut(2000), statement: cut(2000), source: cut(2000) },
    });
    expect(units).toMatchObject([{ name: cut(200), short: cut(200), rank: 'a0' }]);
    expect(factors[0]).toMatchObject({
      text: cut(2000),
      mapName: cut(200),
      cell: ['interfering', 'roles', 'a0'],
      sources: { s: { words: cut(2000), name: cut(200), unit: 'u' } },
    });
    expect(influences).toMatchObject([{ note: cut(2000), room: { name: cut(200) } }]);
    expect(loops).toMatchObject([{ name: cut(200), label: cut(200), sentence: cut(2000), nodes: ['f'] }]);
    expect(strategies).toMatchObject([{ owner: cut(200), due: cut(200), firstStep: cut(2000) }]);
    expect(voteRounds).toMatchObject([{ questions: [cut(200)], recorded: [{ name: cut(200), unit: 'u' }] }]);
    const lists = [...RECORD_ROOTS, 'merged', 'meta'] as const;
    const wordsOf = (board: BoardSnapshot) =>
      lists
        .flatMap((list) => JSON.stringify(board[list]).match(/w{100,}/g) ?? [])
        .map(({ length }) => length);
    expect(new Set(wordsOf(whole))).toEqual(new Set([LONG.length]));
    expect(wordsOf(shown)).toHaveLength(wordsOf(whole).length);
    expect(wordsOf(shown).filter((length) => ![200, 300, 1000, 2000].includes(length))).toEqual([]);
  });

  it('are whole in files and for who edits them, and are cut once however often they are shown', () => {
    const { file, whole } = board();
    const shown = shownBoard(whole, say);
    expect(file).toMatchObject({ title: LONG, units: [{ name: LONG }], strategies: [{ owner: LONG }] });
    expect(wholeOf(shown.units[0] ?? {})).toBe(whole.units[0]);
    expect(wholeOf(shown.meta).title).toBe(LONG);
    expect(wholeOf(whole.units[0] ?? {})).toBe(whole.units[0]);
    expect(shownBoard(shown, say)).toBe(shown);
  });

  it('leave an order as it is, however long it became', () => {
    const rank = `a0${'V'.repeat(300)}`;
    const { whole } = board();
    const units = whole.units.map((unit) => ({ ...unit, rank }));
    expect(shownBoard({ ...whole, units }, say).units).toMatchObject([{ name: cut(200), rank }]);
  });

  it('are shown cut in what changed between versions, which compares them whole', () => {
    const { file } = board();
    const reworded = file.factors.map((factor) => ({ ...factor, text: `${factor.text}!` }));
    const now = { ...file, title: 'T', factors: reworded };
    const said = changesBetween(file, now).map((change) => shownChange(change, say));
    expect(said).toContainEqual({ what: 'title', before: cut(300), after: 'T' });
    expect(said).toContainEqual({
      what: 'reworded',
      list: 'factors',
      id: 'f',
      before: cut(2000),
      after: `2691 of 2000\n${'w'.repeat(2000)}…`,
    });
  });
});
