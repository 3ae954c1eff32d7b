import { expect, it } from 'vitest';
import { readLook, writeBounds } from './look.ts';

it('reads what presence says somebody sees', () => {
  const bounds = { x: -12, y: 30, w: 800, h: 600 };
  expect(readLook(writeBounds(bounds))).toEqual({ kind: 'bounds', bounds });
  expect(readLook('f_12')).toEqual({ kind: 'record', id: 'f_12' });
  expect([readLook(null), readLook(''), readLook('1 2 0 4')]).toEqual([null, null, null]);
});
