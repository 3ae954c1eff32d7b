import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogFiles } from '../read-catalogs-node.ts';
import { termsOf } from './read-terms-node.ts';
import { readTerms } from './terms.ts';
import { valuesOfMessage, wordValues } from './word-values.ts';

const TERMS = readTerms(`msgid ""
msgstr ""

msgid "terms.unitWord"
msgstr "{word, select, office {office} other {unit}}"
`);

test.each([
  ['Stop', []],
  ['No {unitWord}', [['word', 'string']]],
  [
    'Step {n} of {all}',
    [
      ['all', 'Shown'],
      ['n', 'number'],
    ],
  ],
  [
    '{count, plural, one {# note of {who}} other {{count} notes}}',
    [
      ['count', 'number'],
      ['who', 'Shown'],
    ],
  ],
  ['{where, select, wall {the wall} other {{where}}}', [['where', 'string']]],
  [
    '{at, date, short}, {size, number}',
    [
      ['at', 'Date'],
      ['size', 'number'],
    ],
  ],
])('%s names its values', (text, values) => {
  expect(valuesOfMessage(text, TERMS)).toEqual(values);
});

test('the types of words are as the English catalogs have them (npm run format writes them)', () => {
  const written = readFileSync(new URL('../word-values.ts', import.meta.url), 'utf8');
  expect(written).toBe(wordValues(catalogFiles('en'), termsOf('en')));
});
