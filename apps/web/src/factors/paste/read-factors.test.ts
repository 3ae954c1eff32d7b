import { PASTE_MAX, TEXT_MAX } from '@coherence/board';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPieces } from './in-pieces.ts';
import { readFactors } from './read-factors.ts';

const texts = (text: string) => readFactors({ text }).texts;

test('every line is a factor; empty lines and Windows line ends do not count', () => {
  expect(texts('Unclear roles\r\n\r\nNo shared calendar\r\n')).toEqual([
    'Unclear roles',
    'No shared calendar',
  ]);
});

test('bullets, numbers and check boxes are stripped', () => {
  expect(texts('• one\n- two\n3. three\n(4) four\n– five\n* six\n- [ ] seven\na) eight')).toEqual([
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
  ]);
});

test('what only looks like a number or a bullet stays', () => {
  const kept = [
    '2024. was hard',
    '10.5 positions are open',
    'A. Smith leads alone',
    '-5% budget',
    '“Support” is vague',
  ];
  expect(texts(kept.join('\n'))).toEqual(kept);
});

test('spreadsheet rows become one factor each, without their number', () => {
  expect(texts('1\tUnclear roles\tFederal Programs\nF2\tNo calendar\t\n')).toEqual([
    'Unclear roles, Federal Programs',
    'No calendar',
  ]);
});

test('a spreadsheet cell with line breaks stays one factor', () => {
  expect(texts('"Unclear\nroles, ""who"" does what"\nNo calendar')).toEqual([
    'Unclear\nroles, "who" does what',
    'No calendar',
  ]);
});

test('a list of quotations keeps its quotation marks', () => {
  expect(texts('"We never meet"\n"Who decides?"')).toEqual(['"We never meet"', '"Who decides?"']);
});

test('a paste larger than the limit says how many lines are left and where they start', () => {
  const lines = Array.from({ length: PASTE_MAX + 3 }, (_, index) => `line ${index}`);
  const pasted = readFactors({ text: lines.join('\n') });
  expect(pasted.texts).toHaveLength(PASTE_MAX);
  expect(pasted).toMatchObject({ left: 3, next: `line ${PASTE_MAX}` });
});

test('a line longer than a factor can hold becomes several, and no word is lost', () => {
  const words = 'coherence '.repeat(TEXT_MAX / 4).trim();
  const pieces = texts(`${words}\nsecond`);
  expect(pieces.slice(0, -1).join(' ')).toBe(words);
});

test('no paste makes an empty or an oversized factor, or throws', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('\n', '\t', '"', '- ', '1. ', '\r\n', '😀'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const text of texts(pieces.join(''))) {
        expect(text.trim()).toBe(text);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(TEXT_MAX);
      }
    }),
  );
});

test('what is typed beyond the limit becomes more than one factor', () => {
  expect(inPieces('short')).toEqual(['short']);
  const pieces = inPieces('😀'.repeat(TEXT_MAX));
  expect(pieces.join('')).toBe('😀'.repeat(TEXT_MAX));
  expect(pieces.every((piece) => piece.length <= TEXT_MAX)).toBe(true);
});

test('where one line is a factor too, a paste may be that line, or nothing', () => {
  expect(readFactors({ text: 'on-site visits - twice a year' }).texts).toEqual([
    'on-site visits - twice a year',
  ]);
  expect(readFactors({ text: '  \n ' }).texts).toEqual([]);
});
