import { expect, test } from 'vitest';
import { readUnitLines } from './unit-lines.ts';

test('one unit a line, with letters in brackets or in a second column', () => {
  expect(readUnitLines('School Improvement (SI)\nFederal Programs\tFP\r\n\n  Special Education  ')).toEqual([
    { name: 'School Improvement', short: 'SI' },
    { name: 'Federal Programs', short: 'FP' },
    { name: 'Special Education' },
  ]);
});

test('bullets and numbers in front fall away, figures in a name stay', () => {
  expect(readUnitLines('- A unit\n• Another\n3. Third\n4) Fourth\n9-12 Schools')).toEqual([
    { name: 'A unit' },
    { name: 'Another' },
    { name: 'Third' },
    { name: 'Fourth' },
    { name: '9-12 Schools' },
  ]);
});

test('a name that came before is left out, whatever its case', () => {
  expect(readUnitLines('Finance (F)\nfinance')).toEqual([{ name: 'Finance', short: 'F' }]);
});

test('long words in brackets belong to the name', () => {
  expect(readUnitLines('Learning Center (North Campus)')).toEqual([
    { name: 'Learning Center (North Campus)' },
  ]);
});

test('nothing gives no units', () => {
  expect(readUnitLines(' \n\n')).toEqual([]);
});
