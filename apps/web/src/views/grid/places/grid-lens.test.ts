import { expect, test } from 'vitest';
import { card, gridWith } from './grid-fixture.ts';
import { hasVotes, OPEN_LENS, showsOrder, throughLens, type Lens } from './grid-lens.ts';
import { cardsInOrder } from '../../../factors/place.ts';

const grid = gridWith({
  'interfering.purposes': [
    card('a', { text: 'Unclear “support” for schools', no: 12, units: ['si'], votes: 2 }),
    card('b', { text: 'Équipes work alone', no: 1, units: ['si', 'ml'], votes: 9 }),
    card('c', { text: 'No shared calendar', no: 2, units: [] }),
  ],
  unplaced: [card('u', { text: 'Support comes late', no: 3, units: ['ml'] })],
});
const seen = (lens: Partial<Lens>, seers: ReadonlySet<string> | null = null) =>
  cardsInOrder(throughLens(grid, { ...OPEN_LENS, ...lens }, seers)).map(({ id }) => id);

test('an open lens is the grid itself', () => {
  expect(throughLens(grid, OPEN_LENS, null)).toBe(grid);
});

test('a unit, or a tier of them, sees what it named, placed or not', () => {
  expect(seen({}, new Set(['ml']))).toEqual(['b', 'u']);
  expect(throughLens(grid, OPEN_LENS, new Set(['ml'])).count).toBe(2);
  expect(seen({}, new Set(['ml', 'si']))).toEqual(['a', 'b', 'u']);
});

test('finding ignores case, accents and the kind of quotation marks', () => {
  expect(seen({ find: '"SUPPORT"' })).toEqual(['a']);
  expect(seen({ find: 'equipes' })).toEqual(['b']);
  expect(seen({ find: 'support schools' })).toEqual(['a']);
});

test('a number finds that factor and no longer number', () => {
  expect(seen({ find: 'F1' })).toEqual(['b']);
  expect(seen({ find: 'f12' })).toEqual(['a']);
});

test('by votes, the most named come first and what nobody voted on keeps its order at the end', () => {
  expect(seen({ byVotes: true })).toEqual(['b', 'a', 'c', 'u']);
  expect(showsOrder({ ...OPEN_LENS, byVotes: true })).toBe(false);
});

test('votes exist once one card has some', () => {
  expect(hasVotes(grid)).toBe(true);
  expect(hasVotes(gridWith({ 'interfering.roles': ['x'] }))).toBe(false);
});
