import { expect, test } from 'vitest';
import { placeMenu } from './menu-place.ts';

const screen = { width: 400, height: 600 };
const menu = { width: 200, height: 100 };

test('a menu opens below its button, at its start or end', () => {
  const button = { left: 100, right: 180, top: 20, bottom: 50 };
  expect(placeMenu(button, menu, screen, 'start')).toEqual({ left: 100, top: 54 });
  expect(placeMenu({ ...button, left: 300, right: 380 }, menu, screen, 'end')).toEqual({
    left: 180,
    top: 54,
  });
});

test('it opens above where there is no room below', () => {
  const button = { left: 100, right: 180, top: 540, bottom: 570 };
  expect(placeMenu(button, menu, screen, 'start').top).toBe(436);
});

test('it stays on the screen', () => {
  const button = { left: 380, right: 396, top: 20, bottom: 50 };
  expect(placeMenu(button, menu, screen, 'start').left).toBe(192);
  expect(placeMenu(button, { width: 600, height: 900 }, screen, 'start')).toEqual({ left: 8, top: 8 });
});
