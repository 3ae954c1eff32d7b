import { expect, test } from 'vitest';
import type { BoardPerson } from '../../../live/server/api.ts';
import { attendanceRows, attendanceCsv, sheetTime } from './attendance-rows.ts';

const person = (id: string, name: string, joinedAt: number): BoardPerson => ({
  id,
  name,
  unit: 'u',
  role: 'participant',
  here: true,
  device: true,
  joinedAt,
});

test('who came in the order in which they joined, then who did not', () => {
  const found = {
    joined: [{ expected: { name: 'Dana', unit: '' }, person: person('1', 'Dana', 20) }],
    missing: [{ expected: { name: 'Ray', unit: 'Finance' }, near: null }],
    unexpected: [person('2', 'Mia', 10)],
  };
  const status = { joined: 'expected', missing: 'not here', unexpected: 'not on the list' };
  const rows = attendanceRows(found, (id) => `unit ${id}`, {
    columns: ['Name', 'Unit', 'Role', 'Joined', 'Status'],
    role: (role) => role,
    time: String,
    status,
  });
  expect(rows).toEqual([
    ['Name', 'Unit', 'Role', 'Joined', 'Status'],
    ['Mia', 'unit u', 'participant', '10', 'not on the list'],
    ['Dana', 'unit u', 'participant', '20', 'expected'],
    ['Ray', 'Finance', '', '', 'not here'],
  ]);
});

test('cells with commas, quotes and line ends are quoted', () => {
  expect(
    attendanceCsv([
      ['Name', 'Unit'],
      ['Ruiz, "Dana"', 'A\nB'],
    ]),
  ).toBe('\uFEFFName,Unit\r\n"Ruiz, ""Dana""","A\nB"\r\n');
});

const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\uFF1D',
  '\uFF0B',
  '\uFF0D',
  '\uFF20',
  '\uFE66',
  '\uFE62',
  '\uFE63',
  '\uFE6B',
];
const BEFORE = ['', ' ', '\u00A0', '\u3000', '\u200B', '\u0000', '\t', '\r', '\n'];

/** The cells a program sees that splits at `separator`: quotes count only where a cell begins with one. */
function cellsSplitAt(separator: string, csv: string): readonly string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let text = '';
    if (csv[at] === '"') {
      for (at += 1; at < csv.length && (csv[at] !== '"' || csv[at + 1] === '"'); at += 1) {
        if (csv[at] === '"') at += 1;
        text += csv[at] ?? '';
      }
      at += 1;
    }
    while (at < csv.length && csv[at] !== separator && csv[at] !== '\n' && csv[at] !== '\r')
      text += csv[at++] ?? '';
    at += 1;
    cells.push(text);
  }
  return cells;
}

/** Blanks and marks that a spreadsheet drops before it looks for a sign, then a sign. */
const runs = (text: string) => /^[\p{Z}\p{Cc}\p{Cf}]*[=+\-@]/u.test(text.normalize('NFKC'));

test.each([',', ';', '\t', '|'])(
  '[ATTEND3] no cell is a formula, also for a program that splits at %j',
  (separator) => {
    for (const sign of SIGNS) {
      for (const before of BEFORE) {
        const formula = `${before}${sign}HYPERLINK("http://x")`;
        const names = [
          formula,
          `a;${formula}`,
          `a\t${formula}`,
          `a,${formula}`,
          `a\n${formula}`,
          `a|${formula}`,
          `"${formula}`,
        ];
        for (const name of names) {
          const csv = attendanceCsv([
            ['Name', 'Unit'],
            [name, name],
            ['Ruiz', name],
          ]).slice(1);
          expect([name, cellsSplitAt(separator, csv).filter(runs)]).toEqual([name, []]);
        }
      }
    }
  },
);

test('[ATTEND3] names with signs in the middle stay as they are', () => {
  const names = ['Ann-Marie O’Neil', 'Finance - North', 'a@b.org', 'C+', '1+1=2', 'Smith & Sons'];
  expect(attendanceCsv([names])).toBe(`\uFEFF${names.join(',')}\r\n`);
});

test('[ATTEND3] a program that splits at commas gets every other letter as it was', () => {
  const [name = '', unit = ''] = cellsSplitAt(',', attendanceCsv([['a;b\tc,d "e"\nf', 'a;=1']]).slice(1));
  expect([name, unit]).toEqual(['a;b\tc,d "e"\nf', "a;'=1"]);
});

test('times sort as text', () => {
  expect(sheetTime(new Date(2027, 2, 4, 9, 5).getTime())).toBe('2027-03-04 09:05');
});
