import { expect, test } from 'vitest';
import { plainName, readExpected, writeExpected } from './expected-lines.ts';

test('names, names with units after a comma, and two columns of a spreadsheet', () => {
  expect(
    readExpected('Dana  Ruiz\n\n Ray Cole, Federal Programs \r\nMia Wu\t"Finance, Grants"\n  \n'),
  ).toEqual([
    { name: 'Dana Ruiz', unit: '' },
    { name: 'Ray Cole', unit: 'Federal Programs' },
    { name: 'Mia Wu', unit: 'Finance, Grants' },
  ]);
});

test('the same line twice is one person; two of one name in two units are two', () => {
  expect(readExpected('Dana\nDANA\nDana, Finance\nDana, Teaching')).toHaveLength(3);
});

test('a list that is written can be read again', () => {
  const expected = readExpected('Dana\nRay, Finance');
  expect(readExpected(writeExpected(expected))).toEqual(expected);
});

test('names are compared without case, accents, marks and spaces', () => {
  expect(plainName(' José  O’Neil-Smith ')).toBe('jose o neil smith');
});
