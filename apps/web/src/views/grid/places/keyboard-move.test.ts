import { addFactors, createBoard, gridOf, moveFactors, readSnapshot } from '@coherence/board';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridWith } from './grid-fixture.ts';
import { keyboardMove, neighbourCard, type Direction } from './keyboard-move.ts';
import { CELLS, whereIs } from '../../../factors/place.ts';

const grid = gridWith({
  'interfering.purposes': ['a', 'b', 'c'],
  'interfering.roles': ['d'],
  'integrative.purposes': ['e'],
  unplaced: ['u', 'v'],
});

test('up and down move one step within a cell', () => {
  expect(keyboardMove(grid, 'c', 'up')).toMatchObject({ before: 'b' });
  expect(keyboardMove(grid, 'a', 'down')).toMatchObject({ before: 'c' });
  expect(keyboardMove(grid, 'b', 'down')).toMatchObject({ before: null });
});

test('up and down go over the edge of a cell into the other row', () => {
  const integrative = { row: 'integrative', column: 'purposes' };
  expect(keyboardMove(grid, 'c', 'down')).toEqual({ place: integrative, before: 'e' });
  const interfering = { row: 'interfering', column: 'purposes' };
  expect(keyboardMove(grid, 'e', 'up')).toEqual({ place: interfering, before: null });
});

test('left and right change the column and keep the height in the list', () => {
  const strategies = { row: 'interfering', column: 'strategies' };
  expect(keyboardMove(grid, 'b', 'right')).toEqual({ place: strategies, before: null });
  expect(keyboardMove(grid, 'd', 'left')).toEqual({ place: strategies, before: null });
});

test('at the rim of the grid there is nowhere to go', () => {
  expect(keyboardMove(grid, 'a', 'up')).toBeNull();
  expect(keyboardMove(grid, 'a', 'left')).toBeNull();
  expect(keyboardMove(grid, 'e', 'down')).toBeNull();
  expect(keyboardMove(grid, 'gone', 'down')).toBeNull();
});

test('a card that is not placed yet enters the grid', () => {
  expect(keyboardMove(grid, 'u', 'up')).toEqual({
    place: { row: 'integrative', column: 'purposes' },
    before: null,
  });
});

test('arrows walk the cards and jump over empty cells', () => {
  expect(neighbourCard(grid, 'a', 'down')).toBe('b');
  expect(neighbourCard(grid, 'c', 'down')).toBe('e');
  expect(neighbourCard(grid, 'e', 'up')).toBe('c');
  expect(neighbourCard(grid, 'c', 'right')).toBe('d');
  expect(neighbourCard(grid, 'd', 'left')).toBe('a');
  expect(neighbourCard(grid, 'e', 'down')).toBe('u');
  expect(neighbourCard(grid, 'u', 'right')).toBe('v');
  expect(neighbourCard(grid, 'u', 'up')).toBe('e');
  expect(neighbourCard(grid, 'v', 'right')).toBeNull();
});

test('on a real board, up undoes down and right undoes left, whatever the walk', () => {
  const opposite: Record<Direction, Direction> = { up: 'down', down: 'up', left: 'right', right: 'left' };
  const directions = fc.array(fc.constantFrom<Direction>('up', 'down', 'left', 'right'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.nat(7), { minLength: 3, maxLength: 9 }), directions, (cells, walk) => {
      const created = createBoard({ title: 'Board' });
      if (!created.ok) throw new Error(created.error.code);
      const doc = created.value;
      for (const cell of cells) addFactors(doc, { texts: ['x'], cell: CELLS[cell] ?? null }, { unit: null });
      const [id] = [...readSnapshot(doc).factors].map((factor) => factor.id);
      if (id === undefined) throw new Error('no factor');
      const step = (direction: Direction): boolean => {
        const move = keyboardMove(gridOf(readSnapshot(doc)), id, direction);
        if (move === null) return false;
        moveFactors(doc, { ids: [id], ...move.place, before: move.before });
        return true;
      };
      for (const direction of walk) {
        const before = whereIs(gridOf(readSnapshot(doc)), id);
        const isSideways = direction === 'left' || direction === 'right';
        if (!step(direction)) continue;
        expect(step(opposite[direction])).toBe(true);
        const after = whereIs(gridOf(readSnapshot(doc)), id);
        expect(after?.place).toEqual(before?.place);
        if (!isSideways) expect(after?.index).toBe(before?.index);
        step(direction);
      }
    }),
    { numRuns: 60 },
  );
});
