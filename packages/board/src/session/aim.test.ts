import { describe, expect, it } from 'vitest';
import { aimOfWords, aimSchema } from './aim.ts';

const cell = { row: 'integrative', column: 'roles' } as const;

describe('[AIM1] an aim in words', () => {
  it.each([
    ['', null],
    ['/', null],
    ['page:1', null],
    ['interfering', { row: 'interfering' }],
    ['integrative/roles', cell],
    ['integrative/roles/page:3', { ...cell, page: 3 }],
    ['interfering/nothing', { row: 'interfering' }],
    ['page:2', { page: 2 }],
    ['f_12>f_13', { record: 'f_12>f_13' }],
    ['units/page:2', { byUnit: true, page: 2 }],
    ['g1/page:2', { record: 'g1', page: 2 }],
    ['-12 30 800 600', { bounds: { x: -12, y: 30, w: 800, h: 600 } }],
  ])('reads %j as an aim that fits', (words, aim) => {
    expect(aimOfWords(words)).toEqual(aim);
    if (aim !== null) expect(aimSchema.parse(aim)).toEqual(aim);
  });

  it('takes a rectangle without a size for no rectangle', () => {
    expect(aimOfWords('1 2 0 4')?.bounds).toBeUndefined();
  });
});
