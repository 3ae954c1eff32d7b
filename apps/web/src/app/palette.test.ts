import { readFileSync } from 'node:fs';
import { ROWS } from '@coherence/board';
import { kindLooks, palette, unitTints } from '@coherence/picture';
import { expect, test } from 'vitest';
import { colourOf } from '../live/people/person.ts';

const tokens = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');

const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1]?.toUpperCase();

test('the style sheet and the exported pictures have the same colours', () => {
  for (const [name, colour] of Object.entries(palette)) expect([name, token(name)]).toEqual([name, colour]);
  const kinds = Object.entries(kindLooks).filter(([kind]) => tokens.includes(`--${kind}-`));
  expect(kinds.map(([kind]) => kind)).toEqual(expect.arrayContaining([...ROWS]));
  for (const [kind, { ink, ground }] of kinds) {
    expect([kind, token(`${kind}-ink`), token(`${kind}-ground`)]).toEqual([kind, ink, ground]);
  }
  unitTints.forEach(({ ink, ground }, place) => {
    expect([place, token(`unit-${place}-ink`), token(`unit-${place}-ground`)]).toEqual([place, ink, ground]);
  });
});

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const value = (name: string) => token(name) ?? '';

test.each([
  ['ink', 'paper', 4.5],
  ['secondary', 'paper', 4.5],
  ['secondary', 'pressed', 4.5],
  ['white', 'accent', 4.5],
  ['accent', 'paper', 4.5],
  ['interfering-ink', 'paper', 4.5],
  ['strategy-ink', 'strategy-ground', 4.5],
  ['edge', 'paper', 3],
  ['edge', 'white', 3],
])('%s on %s has a contrast of at least %d', (front, back, least) => {
  expect(contrast(value(front), value(back))).toBeGreaterThanOrEqual(least);
});

test('white letters are legible on every person’s colour', () => {
  const colours = new Set(Array.from({ length: 200 }, (_, index) => colourOf(`person-${index}`)));
  expect([...colours].filter((colour) => contrast('#FFFFFF', colour) < 4.5)).toEqual([]);
});
