import { expect, test } from 'vitest';
import { menuSections } from './menu-items.ts';

test('choices stand below the heading before them, the first ones below none', () => {
  const lines = [{ label: 'Undo' }, { heading: 'Map' }, { label: 'As PNG' }, { label: 'As SVG' }];
  expect(menuSections<{ label: string }>(lines)).toEqual([
    { heading: null, choices: [{ label: 'Undo' }] },
    { heading: 'Map', choices: [{ label: 'As PNG' }, { label: 'As SVG' }] },
  ]);
});

test('a menu that begins with a heading has no part above it, and an empty menu has none', () => {
  expect(menuSections<{ label: string }>([{ heading: 'Map' }, { label: 'As PNG' }])).toEqual([
    { heading: 'Map', choices: [{ label: 'As PNG' }] },
  ]);
  expect(menuSections([])).toEqual([]);
});
