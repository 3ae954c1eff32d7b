import { describe, expect, it } from 'vitest';
import { readTarget, writeTarget } from './grid-target.ts';

const WHOLE = { row: null, column: null, page: 1, record: null };

describe('where the wall points', () => {
  it.each([
    [null, WHOLE],
    ['interfering', { ...WHOLE, row: 'interfering' }],
    ['integrative/roles', { ...WHOLE, row: 'integrative', column: 'roles' }],
    ['integrative/roles/page:3', { ...WHOLE, row: 'integrative', column: 'roles', page: 3 }],
    ['page:2', { ...WHOLE, page: 2 }],
    ['f_12>f_13', { ...WHOLE, record: 'f_12>f_13' }],
    ['units/page:2', { ...WHOLE, record: 'units', page: 2 }],
    ['g1/page:2', { ...WHOLE, record: 'g1', page: 2 }],
  ])('reads %s and writes it back', (words, place) => {
    expect(readTarget(words)).toEqual(place);
    expect(writeTarget(readTarget(words))).toBe(words);
  });

  it('takes no column that there is not', () => {
    expect(readTarget('interfering/nothing')).toEqual({ ...WHOLE, row: 'interfering' });
  });
});
