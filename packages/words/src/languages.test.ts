import { expect, test } from 'vitest';
import { chooseLanguage, tagsOf } from './languages.ts';

test.each([
  [['en'], 'en'],
  [['EN-gb', 'en-XA'], 'en'],
  [['xx', 'en-xa', 'en'], 'en-XA'],
  [['xx', '__proto__', 'constructor'], 'en'],
  [[], 'en'],
])('of %j %s is spoken', (wanted, language) => {
  expect(chooseLanguage(wanted)).toBe(language);
});

test.each([
  ['de, en-XA;q=0.9, en;q=0.95', ['de', 'en', 'en-XA']],
  ['*, es;q=0, fr ; q=0.5', ['fr']],
  ['', []],
  [';;q=x,,', []],
])('the header %j wants %j', (header, tags) => {
  expect(tagsOf(header)).toEqual(tags);
});
