import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignUnitLetters, unitTint } from './units.ts';

function lettersOf(...names: string[]): (string | undefined)[] {
  const letters = assignUnitLetters(names.map((name, index) => ({ id: `${index}`, name })));
  return names.map((_, index) => letters.get(`${index}`));
}

test('takes initials, leaves out small words and words that all units share', () => {
  expect(lettersOf('School Improvement', 'Office of Federal Programs and Grants')).toEqual(['SI', 'FP']);
  const short = assignUnitLetters([
    { id: 'a', name: 'Office of Multilingual Learners', short: 'Multilingual' },
  ]);
  expect(short.get('a')).toBe('ML');
});

test('takes an apostrophe as part of its word', () => {
  expect(lettersOf('Superintendent’s Office', "Children's Services")).toEqual(['SU', 'CS']);
});

test('gives the second of two alike another pair, and changes nobody when one is added', () => {
  const before = lettersOf('Special Education', 'School Entry');
  expect(before).toEqual(['SE', 'SC']);
  expect(lettersOf('Special Education', 'School Entry', 'State Equity').slice(0, 2)).toEqual(before);
});

test('gives every unit letters of its own, whatever the names', () => {
  const names = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'A', '特别教育', 'Office')),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(names, (list) => {
      const letters = lettersOf(...list);
      expect(new Set(letters).size).toBe(list.length);
      expect(letters).not.toContain('');
    }),
  );
});

test('tints repeat after the last', () => {
  expect(unitTint(8)).toEqual(unitTint(0));
  expect(unitTint(-1)).toEqual(unitTint(7));
});
