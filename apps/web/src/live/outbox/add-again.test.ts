import { addFactors, gridOf, readSnapshot, writeText, readDrafts } from '@coherence/board';
import { expect, test } from 'vitest';
import { Doc } from 'yjs';
import { addAgain, canAddAgain, draftAgain } from './add-again.ts';
import type { RejectedItem } from './rejected.ts';

const actor = { unit: null };
const item = (change: Partial<RejectedItem>): RejectedItem => ({
  root: 'factors',
  id: 'f',
  text: 'Silos',
  kind: 'factor',
  before: null,
  cell: null,
  pos: null,
  why: 'schema',
  ...change,
});

test('a new factor goes back to its cell', () => {
  const doc = new Doc();
  expect(addAgain(doc, item({ cell: ['integrative', 'roles'] }), actor, 1).ok).toBe(true);
  expect(gridOf(readSnapshot(doc)).cells.integrative.roles.map(({ text }) => text)).toEqual(['Silos']);
});

test('a change is made again only where nobody has written since; otherwise it is a new factor', () => {
  const doc = new Doc();
  const added = addFactors(doc, { texts: ['Old'] }, actor);
  const id = (added.ok ? added.value[0] : undefined) ?? '';
  const texts = () =>
    readSnapshot(doc)
      .factors.map(({ text }) => text)
      .sort();
  addAgain(doc, item({ id, before: 'Old', text: 'New' }), actor, 1);
  expect(texts()).toEqual(['New']);
  writeText(doc, 'factors', id, 'Dana was here');
  addAgain(doc, item({ id, before: 'New', text: 'Newer' }), actor, 1);
  expect(texts()).toEqual(['Dana was here', 'Newer']);
});

test.each(['notes', 'strategies', 'groups', 'drawings'] as const)(
  '%s come back as what they were',
  (root) => {
    const doc = new Doc();
    const again = item({ root, kind: root === 'notes' ? 'decision' : null, pos: [1, 2, 200] });
    expect(canAddAgain(again)).toBe(true);
    expect(addAgain(doc, again, actor, 1).ok).toBe(true);
    expect(readSnapshot(doc)[root]).toMatchObject([{ text: 'Silos' }]);
  },
);

/** A board with two factors, and the item of a link from the first to the second that the board has not. */
function withLink(texts: readonly [string, string], change: Partial<NonNullable<RejectedItem['link']>> = {}) {
  const doc = new Doc();
  const added = addFactors(doc, { texts: [...texts] }, actor);
  const ids = added.ok ? added.value : [];
  const idOf = (text: string) =>
    ids.find((id) => readSnapshot(doc).factors.some((f) => f.id === id && f.text === text));
  const about = texts.map((words) => ({ id: idOf(words) ?? '', words }));
  const [from, to] = [about[0]?.id ?? '', about[1]?.id ?? ''];
  const source = { kind: 'unit', id: 'fp' } as const;
  const link = {
    from,
    to,
    source,
    room: null,
    polarity: '-',
    strength: 3,
    delay: true,
    note: 'N',
    ...change,
  } as const;
  return { doc, from, to, again: item({ root: 'influences', id: 'l', text: '', link, about }) };
}

test('a link is drawn again as it was; for whom it was said only by who may say that', () => {
  const { doc, from, to, again } = withLink(['A', 'B']);
  expect(canAddAgain(again)).toBe(true);
  expect(addAgain(doc, again, { unit: 'si' }, 1).ok).toBe(true);
  const said = { from, to, polarity: '-', strength: 3, delay: true, note: 'N' };
  expect(readSnapshot(doc).influences).toMatchObject([{ ...said, source: { kind: 'unit', id: 'si' } }]);
  const other = withLink(['A', 'B']);
  addAgain(other.doc, other.again, { unit: 'si' }, 1, true);
  expect(readSnapshot(other.doc).influences).toMatchObject([{ source: { kind: 'unit', id: 'fp' } }]);
});

test('a link finds an end that was added again by its words, and none where two say the same', () => {
  const { doc, from, again } = withLink(['A', 'B'], { to: 'refused' });
  const ends = again.about ?? [];
  const lost = { ...again, about: [...ends.slice(0, 1), { id: 'refused', words: 'B' }] };
  addFactors(doc, { texts: ['C', 'C'] }, actor);
  expect(addAgain(doc, lost, actor, 1).ok).toBe(true);
  expect(readSnapshot(doc).influences).toMatchObject([{ from, to: ends[1]?.id }]);
  for (const words of ['C', 'gone']) {
    const unknown = { ...again, about: [...ends.slice(0, 1), { id: 'refused', words }] };
    expect(addAgain(doc, unknown, actor, 1)).toMatchObject({
      ok: false,
      error: { code: 'link-end-missing' },
    });
  }
});

test('a stroke is drawn again where it was', () => {
  const doc = new Doc();
  const again = item({
    root: 'drawings',
    kind: 'pen',
    text: '',
    pos: [1, 2, 200],
    stroke: { ink: 'red', points: [0, 0, 5, 6] },
  });
  expect(canAddAgain(again)).toBe(true);
  expect(addAgain(doc, again, actor, 1).ok).toBe(true);
  expect(readSnapshot(doc).drawings).toMatchObject([
    { kind: 'pen', ink: 'red', pos: [1, 2, 200], points: [0, 0, 5, 6] },
  ]);
});

test('words beside the text are copied only: nothing else is put in their place', () => {
  const doc = new Doc();
  const note = item({ key: 'note', text: 'Ask the board' });
  expect(canAddAgain(note)).toBe(false);
  expect(addAgain(doc, note, actor, 1).ok).toBe(false);
  expect(readSnapshot(doc).factors).toEqual([]);
});

test('what there is no operation for can only be copied', () => {
  expect(canAddAgain(item({ root: 'needs' }))).toBe(false);
  expect(canAddAgain(item({ root: 'drawings' }))).toBe(false);
});

const written: RejectedItem = {
  root: 'drafts',
  id: 'd1',
  text: 'Nobody says it aloud',
  before: null,
  kind: null,
  cell: ['interfering', null],
  pos: null,
  why: 'schema',
};

test('what was written alone goes back among the own notes, in its place', () => {
  const privateDoc = new Doc();
  expect(draftAgain(privateDoc, written, 'p2', 7).ok).toBe(true);
  expect(readDrafts(privateDoc)).toMatchObject([
    { text: written.text, phase: 'p2', at: 7, row: 'interfering' },
  ]);
});

test('and never straight onto the board', () => {
  const board = new Doc();
  expect(canAddAgain(written)).toBe(false);
  expect(addAgain(board, written, { unit: 'tl' }, 7).ok).toBe(false);
  expect(readSnapshot(board).factors).toEqual([]);
});
