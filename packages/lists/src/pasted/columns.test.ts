import { expect, test } from 'vitest';
import { factorsOfTable, guessColumns, peopleOfTable, tableOf } from './columns.ts';

const ROSTER = [
  ['Last name', 'First name', 'Email', 'Office'],
  ['Rivera', 'Ana', 'ana@sea.example', 'Assessment'],
  ['Chen', 'Bo', 'bo@sea.example', 'Grants, Title I'],
];

test('[LIST11] a table has several columns, of one width', () => {
  expect(tableOf([['a'], ['b', '']])).toBeNull();
  expect(tableOf([['a'], ['b', 'c']])).toEqual([
    ['a', ''],
    ['b', 'c'],
  ]);
});

test('[LIST11] of people the name comes first and the unit next; addresses are left out', () => {
  const plain = [
    ['ana@sea.example', 'Rivera, Ana', 'Assessment', 'x'],
    ['', 'Bo Chen', '', 'y'],
  ];
  const choice = guessColumns(plain, 'people');
  expect(choice).toEqual({ uses: ['out', 'name', 'unit', 'out'], hasHeading: false });
  expect(peopleOfTable(plain, choice)).toEqual([
    { name: 'Ana Rivera', unit: 'Assessment' },
    { name: 'Bo Chen', unit: '' },
  ]);
});

test('[LIST11] headings say which columns names and units are, and are no person', () => {
  const choice = guessColumns(ROSTER, 'people');
  expect(choice).toEqual({ uses: ['name', 'name', 'out', 'unit'], hasHeading: true });
  expect(peopleOfTable(ROSTER, choice)).toEqual([
    { name: 'Ana Rivera', unit: 'Assessment' },
    { name: 'Bo Chen', unit: 'Grants, Title I' },
  ]);
});

test('[LIST11] of factors the words are the column with the longest cells, or all that are chosen', () => {
  const table = [
    ['Finance', 'Guidance arrives late', 'x@sea.example'],
    ['Grants', 'No shared calendar', ''],
    ['', '', 'y@sea.example'],
  ];
  const choice = guessColumns(table, 'factors');
  expect(choice).toEqual({ uses: ['out', 'words', 'out'], hasHeading: false });
  expect(factorsOfTable(table, choice)).toEqual(['Guidance arrives late', 'No shared calendar']);
  expect(factorsOfTable(table, { uses: ['words', 'words', 'out'], hasHeading: true })).toEqual([
    'Grants, No shared calendar',
  ]);
});
