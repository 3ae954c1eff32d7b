import { expect, test } from 'vitest';
import { ROWS } from './coherence-grid.ts';
import {
  FACTOR_KINDS,
  FACTOR_NODE_KINDS,
  isForGrid,
  kindOf,
  NODE_KIND,
  NODE_KINDS,
  rowOf,
} from './node-kind.ts';

const factor = (kind: (typeof FACTOR_KINDS)[number], row: (typeof ROWS)[number] | null) => ({
  kind,
  cell: row === null ? null : ([row, null, 'a0'] as const),
});

test('every factor is of exactly one kind, whatever its row', () => {
  for (const kind of FACTOR_KINDS) {
    for (const row of [null, ...ROWS]) {
      const fitting = FACTOR_NODE_KINDS.filter((known) => {
        const wanted = rowOf(known);
        return NODE_KIND[known].factor === kind && (wanted === undefined || wanted === row);
      });
      expect([kind, row, fitting]).toEqual([kind, row, [kindOf(factor(kind, row))]]);
    }
  }
});

test('an outcome in a cell is an outcome; a row without a column is a row', () => {
  expect(kindOf(factor('outcome', 'interfering'))).toBe('outcome');
  expect(kindOf(factor('factor', 'integrative'))).toBe('integrative');
  expect(kindOf(factor('factor', null))).toBe('issue');
});

test('factors that a row would make another kind are for the grid, and no others', () => {
  expect(isForGrid(factor('factor', null))).toBe(true);
  expect(isForGrid(factor('factor', 'interfering'))).toBe(true);
  expect(isForGrid(factor('outcome', 'interfering'))).toBe(false);
});

test('what kind of a factor says comes from the list of kinds, and a kind that is no factor stays out', () => {
  expect(FACTOR_KINDS).toEqual(['factor', 'outcome']);
  expect(NODE_KINDS.filter((kind) => !FACTOR_NODE_KINDS.some((known) => known === kind))).toEqual([
    'strategy',
  ]);
});
