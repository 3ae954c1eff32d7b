import { createBoard, editUnit, readSnapshot } from '@coherence/board';
import { expect, test } from 'vitest';
import { isSeen, lensChoices, lensUnits, highlightThrough } from './unit-lens.ts';

function board() {
  const made = createBoard({
    title: 'T',
    units: ['si', 'fp', 'd1'].map((id) => ({ id, name: id.toUpperCase() })),
  });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

test('a unit sees as itself, a tier as all of its units, nobody leaves anything out', () => {
  const doc = board();
  expect(lensChoices(readSnapshot(doc)).tiers).toEqual([]);
  for (const id of ['si', 'fp']) editUnit(doc, id, { tier: 'state' });
  editUnit(doc, 'd1', { tier: 'district' });
  const choices = lensChoices(readSnapshot(doc));
  expect(choices.tiers).toEqual(['state', 'district']);
  expect(lensUnits({ tier: 'state' }, choices)).toEqual(new Set(['si', 'fp']));
  expect(lensUnits({ unit: 'd1' }, choices)).toEqual(new Set(['d1']));
  expect(lensUnits(null, choices)).toBeNull();
});

test('a tier that all units share is no choice', () => {
  const doc = board();
  for (const id of ['si', 'fp', 'd1']) editUnit(doc, id, { tier: 'school' });
  expect(lensChoices(readSnapshot(doc)).tiers).toEqual([]);
});

test('what one of them named is seen', () => {
  expect(isSeen(['si', 'fp'], new Set(['fp']))).toBe(true);
  expect(isSeen([], new Set(['fp']))).toBe(false);
  expect(isSeen([], null)).toBe(true);
});

test('on a map its cards, its own links and the cards at their ends stand out', () => {
  const source = (kind: string, id: string) => ({ source: { kind, id } });
  const map = {
    nodes: [
      { id: 'a', units: ['si'] },
      { id: 'b', units: ['fp'] },
    ],
    links: [
      { id: 'a>b', from: 'a', to: 'b', records: [source('unit', 'fp'), source('room', 'si')] },
      { id: 'b>c', from: 'b', to: 'c', records: [source('person', 'fp'), { source: null }] },
    ],
  };
  expect(highlightThrough(map, new Set(['fp']))).toEqual(new Set(['b', 'a>b', 'a']));
  expect(highlightThrough(map, new Set(['si']))).toEqual(new Set(['a']));
  expect(highlightThrough(map, null)).toBeNull();
});
