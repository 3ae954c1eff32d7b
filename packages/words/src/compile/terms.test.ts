import { expect, test } from 'vitest';
import { addCatalog, say } from '../translate.ts';
import { compile } from './compile-catalog.ts';
import { termsOf } from './read-terms-node.ts';
import { readTerms } from './terms.ts';

const po = (name: string, text: string) => `msgid ""\nmsgstr ""\n\nmsgid "terms.${name}"\nmsgstr "${text}"\n`;

test('the words of a term stand where it is named, also inside of choices', () => {
  const terms = readTerms(po('unitWord', '{word, select, office {office} other {unit}}'));
  addCatalog('en', 'test', {
    none: compile('No {unitWord} for {name}', terms),
    many: compile('{n, plural, one {# {unitWord}} other {# of one {unitWord}}}', terms),
  });
  expect(say('en', 'test.none', { word: 'office', name: 'Ana' })).toBe('No office for Ana');
  expect(say('en', 'test.none', { word: 'unit', name: '{unitWord}' })).toBe('No unit for {unitWord}');
  expect([1, 2].map((n) => say('en', 'test.many', { n, word: 'office' }))).toEqual([
    '1 office',
    '2 of one office',
  ]);
});

test('every language has the terms of English, and may have more', () => {
  expect([...termsOf('en').keys()]).toEqual([
    'unitWord',
    'aUnitWord',
    'unitsWord',
    'UnitWord',
    'UnitsWord',
    'keptHere',
    'KeptHere',
  ]);
  expect(termsOf('none of ours')).toEqual(termsOf('en'));
});

test('a term that is not ICU MessageFormat is refused', () => {
  expect(() => readTerms(po('unitWord', '{word, select, office {x}'))).toThrow(
    /Could not parse|Expected|Invalid/i,
  );
});
