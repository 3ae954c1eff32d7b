import { expect, test } from 'vitest';
import { itemAfterKey, itemByLetter } from './menu-keys.ts';

test('arrows wrap at both ends', () => {
  expect(itemAfterKey('ArrowDown', 2, 3)).toBe(0);
  expect(itemAfterKey('ArrowUp', 0, 3)).toBe(2);
  expect(itemAfterKey('ArrowDown', -1, 3)).toBe(0);
  expect(itemAfterKey('ArrowUp', -1, 3)).toBe(2);
});

test('Home and End go to the ends, other keys and empty menus are not the menu’s', () => {
  expect(itemAfterKey('Home', 2, 3)).toBe(0);
  expect(itemAfterKey('End', 0, 3)).toBe(2);
  expect(itemAfterKey('Enter', 0, 3)).toBeNull();
  expect(itemAfterKey('ArrowDown', 0, 0)).toBeNull();
});

test('a letter finds the next label that starts with it, and comes round to the same one', () => {
  const labels = ['Map as PNG', 'Map as SVG', 'Grid as PNG'];
  expect(itemByLetter('m', 0, labels)).toBe(1);
  expect(itemByLetter('M', 1, labels)).toBe(0);
  expect(itemByLetter('g', 2, labels)).toBe(2);
  expect(itemByLetter('x', 0, labels)).toBeNull();
  expect(itemByLetter(' ', 0, labels)).toBeNull();
  expect(itemByLetter('Enter', 0, labels)).toBeNull();
});
