import { expect, test } from 'vitest';
import { attendanceCsv, sheetTime } from './attendance-csv.ts';

test('cells with commas, quotes and line ends are quoted', () => {
  expect(
    attendanceCsv([
      ['Name', 'Unit'],
      ['Ruiz, "Dana"', 'A\nB'],
    ]),
  ).toBe('\uFEFFName,Unit\r\n"Ruiz, ""Dana""","A\nB"\r\n');
});

test.each(['=HYPERLINK("http://x")', '+1', '-1+2', '@SUM(A1)', ' =1', '\t=1', '\r=1'])(
  'no cell is a formula: %j',
  (value) => {
    const line = attendanceCsv([[value]]).slice(1);
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test('times sort as text', () => {
  expect(sheetTime(new Date(2027, 2, 4, 9, 5).getTime())).toBe('2027-03-04 09:05');
});
