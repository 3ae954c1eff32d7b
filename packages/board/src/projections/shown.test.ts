import { expect, it } from 'vitest';
import type * as Y from 'yjs';
import { createBoard } from '../create.ts';
import { toBoardFile } from '../file/to-file.ts';
import { addFactors } from '../operations/factors/factor.ts';
import { readSnapshot } from '../snapshot.ts';
import { gridOf } from './grid.ts';
import { shownBoard } from './shown.ts';

const say = (count: number, most: number): string => `${count} of ${most}`;

it('[LONG1] shows a text cut at its limit with what is said of it, and leaves files and short texts whole', () => {
  const made = createBoard({ title: 'T' });
  if (!made.ok) throw new Error(made.error.message);
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
