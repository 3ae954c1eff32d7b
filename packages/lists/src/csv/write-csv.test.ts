import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';
import { writeCsv } from './write-csv.ts';

test('[CSV4] cells with commas, quotes and line ends are quoted', () => {
  expect(
    writeCsv([
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
  '[CSV1] no cell is a formula, also for a program that splits at %j',
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
          const csv = writeCsv([
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

test('[CSV2] names with signs in the middle stay as they are', () => {
  const names = ['Ann-Marie O’Neil', 'Finance - North', 'a@b.org', 'C+', '1+1=2', 'Smith & Sons'];
  expect(writeCsv([names])).toBe(`\uFEFF${names.join(',')}\r\n`);
});

test('[CSV4] a program that splits at commas gets every other letter as it was', () => {
  const [name = '', unit = ''] = cellsSplitAt(',', writeCsv([['a;b\tc,d "e"\nf', 'a;=1']]).slice(1));
  expect([name, unit]).toEqual(['a;b\tc,d "e"\nf', "a;'=1"]);
});

const LOOK_ALIKES = [
  '\u207A',
  '\u207B',
  '\u207C',
  '\u208A',
  '\u208C',
  '\uFB29',
  '\u2010',
  '\u2011',
  '\u2212',
];
const UNSEEN = ['\u034F', '\u115F', '\u2800', '\u3164', '\uFFA0', '\uFE0F', '\u200E', '\u00AD', '\u2066'];

test('[CSV1] a sign that is like one that begins a formula, behind signs that nobody sees, begins none', () => {
  for (const sign of [...SIGNS, ...LOOK_ALIKES])
    for (const before of [...BEFORE, ...UNSEEN])
      for (const start of ['', 'Ana;', 'Ana|', 'Ana,']) {
        const [name = ''] = cellsSplitAt(',', writeCsv([[`${start}${before}${sign}1+1`]]).slice(1));
        expect(name).toContain(`'${sign}1+1`);
      }
});

test('[CSV1] a cell that holds a list separator is in quotes', () => {
  expect(writeCsv([['Ana;=1+1', 'a|b', ' a']])).toBe(`\uFEFF"Ana;'=1+1","a|b"," a"\r\n`);
});

test.each([
  '3-5',
  '３－５',
  '3/4',
  '1.5',
  '1,5',
  '007',
  '12345678901234567890',
  '1e5',
  '12E3',
  '(5)',
  '50%',
  '$5',
  '12:30',
  '2 PM',
  'Mar 3',
  '3. Mai',
  'May-27',
  '3 March 2027',
  'TRUE',
  'falsch',
  ' 12',
])('[CSV2] %j stays words in a spreadsheet, behind an apostrophe', (words) => {
  const [row = []] = [cellsSplitAt(',', writeCsv([[words]]).slice(1))];
  expect(row[0]).toBe(`'${words}`);
});

test('[CSV2] what a spreadsheet leaves as it is has no apostrophe', () => {
  const names = [
    'District 9',
    'Grade 3',
    'Marcus',
    'May',
    '12',
    '0',
    'Title I',
    '3-5 grades',
    'K-12',
    '’Oumuamua',
  ];
  expect(writeCsv([names])).toBe(`\uFEFF${names.join(',')}\r\n`);
});

test('[CSV3] a time is given as a value, which a spreadsheet takes for one', () => {
  expect(writeCsv([[{ value: '2027-03-04 09:05' }]])).toBe('\uFEFF2027-03-04 09:05\r\n');
});

const PIECES = [
  "'",
  '"',
  ',',
  ';',
  '|',
  '\t',
  '\r',
  '\n',
  '\uFEFF',
  ' ',
  '=',
  '-',
  '@',
  '\uFF0B',
  '3',
  '-5',
  '007',
  'May ',
  'a',
];

test('[CSV4] whatever is written is read back exactly, also apostrophes that people wrote', () => {
  const cell = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (given) => {
      expect(readCsv(writeCsv(given))).toEqual(given);
    }),
    { seed: 12, numRuns: 1000 },
  );
});

test('[CSV4] a long text in quotes, and quotes that nothing closes, are read in one pass', () => {
  const long = 'a""'.repeat(200_000);
  expect(readCsv(`"${long}",b`)).toEqual([[long.replaceAll('""', '"'), 'b']]);
  expect(readCsv('"a,'.repeat(100_000))[0]).toHaveLength(100_001);
});
