import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fillIn, t } from './translate.ts';

test('values take the place of their names', () => {
  expect(fillIn('Reveal {n} notes, {who}', { n: 3, who: '$&' })).toBe('Reveal 3 notes, $&');
});

test('n chooses between one and other', () => {
  const word = { one: '{n} person', other: '{n} people' };
  expect([0, 1, 2].map((n) => fillIn(word, { n }))).toEqual(['0 people', '1 person', '2 people']);
});

test('a name without a value stays visible rather than saying undefined', () => {
  expect(fillIn('Hello {name}', {})).toBe('Hello {name}');
});

test('a key finds its words', () => {
  expect(t('shell.describe')).toBe('Describe');
});

test('no section or name holds a dot, so that every key has exactly one', () => {
  const names = Object.entries(en).flatMap(([section, words]) => [section, ...Object.keys(words)]);
  expect(names.filter((name) => name.includes('.'))).toEqual([]);
});
