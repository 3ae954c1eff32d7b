import { expect, test } from 'vitest';
import { compile } from './compile/compile-catalog.ts';
import { addCatalog, say } from './translate.ts';

addCatalog('en', 'test', {
  people: compile('{n, plural, one {# person} other {# people}}'),
  hello: compile('Hello {who}'),
  plain: compile('Stop'),
});

test('values take the place of their names, whatever people wrote', () => {
  const written = ['$&', '{who}', String.raw`\u0041 \x41 \\u0041`, "it's '{quoted}'", ''];
  expect(written.map((who) => say('en', 'test.hello', { who }))).toEqual(
    written.map((who) => `Hello ${who}`),
  );
});

test('a number chooses the plural, and is written as the language writes it', () => {
  expect([0, 1, 2, 1200].map((n) => say('en', 'test.people', { n }))).toEqual([
    '0 people',
    '1 person',
    '2 people',
    '1,200 people',
  ]);
});

test('English stands in for a word that a language lacks', () => {
  addCatalog('en-XA', 'test', { hello: ['Ĥéļļö ', ['who']] });
  expect(say('en-XA', 'test.hello', { who: 'Ana' })).toBe('Ĥéļļö Ana');
  expect(say('en-XA', 'test.plain')).toBe('Stop');
});

test('an unknown word is said as its key', () => {
  expect(say('en', 'test.unknown')).toBe('test.unknown');
});
