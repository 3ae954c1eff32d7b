import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldText } from '../testing/field.ts';
import { PASTED_LENGTH_MAX, readPasted } from './read-pasted.ts';

const rows = (text: string) => readPasted({ text }).rows;
const lines = (text: string) => rows(text).map(([first]) => first);
const ofHtml = (html: string) => readPasted({ text: 'text', html }).rows;

describe('a list', () => {
  test('[LIST1] of Word, with a tab after bullets, numbers and letters of symbol fonts', () => {
    expect(rows(fieldText('13-word-list.txt'))).toEqual([
      ['Roles are unclear'],
      ['No shared calendar'],
      ['Staff leave in June'],
      ['Guidance arrives late'],
      ['Data is locked away'],
      ['Two plans for one grant'],
      ['Nobody owns the calendar'],
    ]);
    expect(rows(fieldText('13b-word-list-one-kind.txt'))).toEqual([
      ['Roles are unclear'],
      ['No shared calendar'],
      ['Staff leave in June'],
    ]);
  });

  test.each([
    '-\t',
    '–\t',
    '§\t',
    'Ø\t',
    'ü\t',
    '(1)\t',
    '1.1.\t',
    'iv)\t',
    'B.\t',
    '\uF0A7\t',
    '\uF0B7 ',
    '•',
    '1) ',
    'b. ',
  ])('[LIST1] with %j before each line', (marker) => {
    expect(lines(`${marker}one\r\n${marker}two\r\n`)).toEqual(['one', 'two']);
  });

  test('[LIST2] a number or letter that begins what a person wrote stays, alone and among others', () => {
    const kept = [
      '3. grade has no plan',
      'a) is not the answer',
      '3-5 grades',
      '100 % of schools',
      '1.5 million children',
      'A. Smith leads',
    ];
    expect(lines(kept.join('\n'))).toEqual(kept);
    for (const line of kept) expect(lines(line)).toEqual([line]);
  });

  test('[LIST3] of several levels keeps its words and drops what moves them in', () => {
    expect(rows('One\n\tTwo\n\t\t• Three\n    Four')).toEqual([['One'], ['Two'], ['Three'], ['Four']]);
  });

  test('[LIST1] of PowerPoint keeps a line that goes on below in one', () => {
    expect(lines('One\vgoes on\rTwo')).toEqual(['One goes on', 'Two']);
  });

  test('[LIST6] a line of signs that nobody sees is none', () => {
    expect(rows('\u200B\n\u3164\n \t \nFinance')).toEqual([['Finance']]);
  });
});

describe('a sheet', () => {
  test('[LIST4] keeps quotes and breaks of its cells, in one column and in several', () => {
    const found = lines(fieldText('33b-excel-one-column.tsv'));
    expect(found).toHaveLength(40);
    expect(found[4]).toBe('Roles are "unclear"\nbetween offices, no 5');
    expect(found[6]).toBe('He said "late" 7');
    expect(found[10]).toBe('5" binders, row 11');
    expect(rows('"a\n""b"""\tFinance\nc\tGrants')).toEqual([
      ['a\n"b"', 'Finance'],
      ['c', 'Grants'],
    ]);
  });

  test('[LIST4] has columns of one place each, without numbers and empty columns', () => {
    expect(rows('1\tRoles\t\tFinance\n2\t\t\tGrants\n')).toEqual([
      ['Roles', 'Finance'],
      ['', 'Grants'],
    ]);
  });

  test('[LIST4] as CSV, but not a sentence with quotes and commas', () => {
    expect(rows(fieldText('12b-roster.csv'))[1]).toEqual(['Chen, Bo', 'Federal Programs, Title I']);
    expect(rows('"a;b";c\n"d";e')).toEqual([
      ['a;b', 'c'],
      ['d', 'e'],
    ]);
    expect(rows('"We never meet", she said\nWho decides')).toHaveLength(2);
    expect(lines('"We never meet"\n"Who decides?"')).toEqual(['"We never meet"', '"Who decides?"']);
  });
});

describe('HTML of the clipboard', () => {
  test('[LIST5] lists of a page, with their levels', () => {
    expect(ofHtml('<ul><li>One</li><li>Two &amp; <b>three</b><ol><li>a) four</li></ol></li></ul>')).toEqual([
      ['One'],
      ['Two & three'],
      ['a) four'],
    ]);
  });

  test('[LIST5] Word says which sign is the bullet, and which begins the words', () => {
    const html = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
      style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span><![endif]>a) is\n not it<o:p></o:p></p><p>• Two</p>`;
    expect(ofHtml(html)).toEqual([['a) is not it'], ['Two']]);
  });

  test('[LIST5] the rows of a table, with breaks in its cells', () => {
    expect(ofHtml('<table><tr><th>Ana<br>Rivera</th><td> <p>Finance</p></td></tr></table>')).toEqual([
      ['Ana\nRivera', 'Finance'],
    ]);
  });

  test.each([
    '<p>Words</p>',
    '<li>&unknown; sign</li>',
    '<table><tr><td><ul><li>a page</li></ul></td></tr></table>',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>a</td></tr></table>',
    '<!-- <li>',
    `<ul><li>x${' '.repeat(PASTED_LENGTH_MAX)}`,
  ])('[LIST5] the text is read where the HTML says less or cannot be read', (html) => {
    expect(ofHtml(html)).toEqual([['text']]);
  });

  test('[LIST5] nothing of scripts and styles, and no mark-up, becomes words', () => {
    expect(ofHtml('<style>li{}</style><ul><li>a<script>alert(1)</script> 1 < 2</li></ul>')).toEqual([
      ['a 1 < 2'],
    ]);
  });
});

test('[LIST7] of a paste that is larger than all that can be added, the rest is counted', () => {
  const { rows: read, unread } = readPasted({ text: `${'x'.repeat(PASTED_LENGTH_MAX)}\none\n\ntwo` });
  expect([read.length, unread]).toEqual([1, 2]);
});

test.each(['- ', '"a\t', '<li>', '<!--', '<a "', '"\n', '"",', '1. ', '; <@'])(
  '[LIST7] %j a hundred thousand times is read in one pass',
  (piece) => {
    const text = piece.repeat(100_000);
    const read = readPasted({ text, html: text });
    expect(read.rows.length).toBeGreaterThanOrEqual(0);
  },
);

test('[LIST6] no paste gives a row without words, or throws', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '\n',
      '\t',
      '"',
      '- ',
      '1. ',
      '\r\n',
      '<li>',
      '</td>',
      '<tr>',
      '<td>',
      '&#x200b;',
      '&amp;',
      ';',
      ',',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, isHtml) => {
      const text = pieces.join('');
      for (const row of readPasted(isHtml ? { text: '', html: text } : { text }).rows)
        expect(row.some((cell) => cell !== '' && cell.trim() === cell)).toBe(true);
    }),
    { seed: 13 },
  );
});
