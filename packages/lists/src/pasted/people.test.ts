import { describe, expect, test } from 'vitest';
import { fieldText } from '../testing/field.ts';
import { readPeople } from './people.ts';

const people = (text: string, units: readonly string[] = []) => readPeople({ text }, units);
const names = (text: string) => people(text).map(({ name }) => name);

test('[LIST8] names of an Outlook invitation are people; of an address alone nothing else is known', () => {
  expect(people(fieldText('12-outlook-names.txt'))).toEqual([
    { name: 'Ana Rivera', unit: '' },
    { name: 'Bo Chen', unit: '' },
    { name: 'Dinah Nez', unit: '' },
    { name: 'karl@sea.example', unit: '' },
  ]);
});

test.each([
  [
    'Ana Rivera <a@sea.example>, "Chen, Bo" <b@sea.example>, c@sea.example',
    ['Ana Rivera', 'Bo Chen', 'c@sea.example'],
  ],
  ['a@sea.example, b@sea.example', ['a@sea.example', 'b@sea.example']],
  ['<a@sea.example>; Nez, Dinah (DPI);', ['a@sea.example', 'Dinah Nez']],
  ["'Rivera, Ana' <mailto:a@sea.example>", ['Ana Rivera']],
  ['Ana Rivera <a@sea.example>\nBo Chen <b@sea.example>', ['Ana Rivera', 'Bo Chen']],
])('[LIST8] %j', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

describe('a roster', () => {
  test('[LIST9] as CSV has a name whole, as its person joins', () => {
    expect(people(fieldText('12b-roster.csv'))).toEqual([
      { name: 'Ana Rivera', unit: 'Assessment' },
      { name: 'Bo Chen', unit: 'Federal Programs, Title I' },
      { name: 'Sam O’Neil', unit: '' },
    ]);
  });

  test('[LIST9] as a sheet, or with semicolons, and without its addresses', () => {
    expect(people('Rivera, Ana\ta@sea.example\tFinance\nBo Chen\tb@sea.example\tGrants')).toEqual([
      { name: 'Ana Rivera', unit: 'Finance' },
      { name: 'Bo Chen', unit: 'Grants' },
    ]);
    expect(people('Ana Rivera;Finance\nBo Chen;Grants')).toEqual([
      { name: 'Ana Rivera', unit: 'Finance' },
      { name: 'Bo Chen', unit: 'Grants' },
    ]);
  });

  test('[LIST9] of lines with bullets, a name turned round and a title behind one', () => {
    expect(people(fieldText('36-expected-list-bulleted.txt'))).toEqual([
      { name: 'Ana O’Brien-Nunez', unit: '' },
      { name: 'Bo Chen', unit: '' },
      { name: 'Dinah Nez', unit: '' },
      { name: 'Sam O’Neil, Ph.D.', unit: '' },
    ]);
  });

  test('[LIST9] what follows a comma is the unit where the board knows it, or no first name', () => {
    expect(
      people('Ray, Finance\nDana Ruiz, federal  programs\nMia Wu, Ed.D., Grants\nde la Cruz, Ana M.', [
        'Finance',
      ]),
    ).toEqual([
      { name: 'Ray', unit: 'Finance' },
      { name: 'Dana Ruiz', unit: 'federal programs' },
      { name: 'Mia Wu, Ed.D.', unit: 'Grants' },
      { name: 'Ana M. de la Cruz', unit: '' },
    ]);
  });
});

test('[LIST6] a person without a visible name is none', () => {
  expect(people('\u200B\nAna\n\u3164, Finance\n\tFinance')).toEqual([
    { name: 'Ana', unit: '' },
    { name: 'Finance', unit: '' },
  ]);
});
