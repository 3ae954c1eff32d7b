import { expect, it } from 'vitest';
import { resizedWidth } from './shape-size.ts';

it('a card made wider stays readable and within reason, in whole px, and does not mind being turned over', () => {
  expect(resizedWidth(206, 1.5)).toBe(309);
  expect(resizedWidth(206, -1.5)).toBe(309);
  expect(resizedWidth(206, 0)).toBe(120);
  expect(resizedWidth(206, 50)).toBe(640);
});
