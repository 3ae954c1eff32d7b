import { readDrafts, readSnapshot } from '@coherence/board';
import { expect, test } from 'vitest';
import { Doc } from 'yjs';
import { addAgain, canAddAgain } from './add-again.ts';
import { draftAgain } from './draft-again.ts';
import type { NotSentItem } from './not-sent.ts';

const item: NotSentItem = {
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
  const mine = new Doc();
  expect(draftAgain(mine, item, 'p2', 7).ok).toBe(true);
  expect(readDrafts(mine)).toMatchObject([{ text: item.text, phase: 'p2', at: 7, row: 'interfering' }]);
});

test('and never straight onto the board', () => {
  const board = new Doc();
  expect(canAddAgain(item)).toBe(false);
  expect(addAgain(board, item, { unit: 'tl' }, 7).ok).toBe(false);
  expect(readSnapshot(board).factors).toEqual([]);
});
