import { expect, test } from 'vitest';
import { fieldText } from '../testing/field.ts';
import { readUnits } from './units.ts';

test('one unit a line, with letters in brackets or in a second column', () => {
  expect(
    readUnits({ text: 'School Improvement (SI)\nFederal Programs\tFP\r\n\n  Special Education  ' }),
  ).toEqual([
    { name: 'School Improvement', short: 'SI' },
    { name: 'Federal Programs', short: 'FP' },
    { name: 'Special Education' },
  ]);
});

test('bullets and numbers in front fall away, figures in a name stay', () => {
  expect(readUnits({ text: '- A unit\n• Another\n3. Third\n4) Fourth\n9-12 Schools' })).toEqual([
    { name: 'A unit' },
    { name: 'Another' },
    { name: 'Third' },
    { name: 'Fourth' },
    { name: '9-12 Schools' },
  ]);
});

test('a name that came before is left out, whatever its case', () => {
  expect(readUnits({ text: 'Finance (F)\nfinance' })).toEqual([{ name: 'Finance', short: 'F' }]);
});

test('long words in brackets belong to the name', () => {
  expect(readUnits({ text: 'Learning Center (North Campus)' })).toEqual([
    { name: 'Learning Center (North Campus)' },
  ]);
});

test('nothing gives no units', () => {
  expect(readUnits({ text: ' \n\n' })).toEqual([]);
});

test('[LIST10] units as people paste them', () => {
  expect(readUnits({ text: fieldText('37-units-pasted.txt') })).toEqual([
    { name: 'Finance' },
    { name: 'Special Education' },
    { name: 'Assessment' },
    { name: 'Nutrition' },
    { name: 'Teaching and Learning (K-12)' },
    { name: 'Federal Programs', short: 'FP' },
    { name: 'Office of the Superintendent (Dr. Ana Núñez, Interim)' },
    { name: 'Grants, Title I' },
    { name: 'Early Learning', short: 'EL' },
  ]);
});

test('[LIST10] letters in brackets are letters, other words in brackets belong to the name', () => {
  expect(
    readUnits({ text: 'Special Education (SpEd)\nHigh Schools (9-12)\nSchools (North)\nT and L (T&L)' }),
  ).toEqual([
    { name: 'Special Education', short: 'SpEd' },
    { name: 'High Schools (9-12)' },
    { name: 'Schools (North)' },
    { name: 'T and L', short: 'T&L' },
  ]);
});

test('[LIST10] one line with semicolons is a list', () => {
  expect(readUnits({ text: 'Finance; Grants (G);' })).toEqual([
    { name: 'Finance' },
    { name: 'Grants', short: 'G' },
  ]);
});
