import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, fitLine, measureText, textRuns } from './text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[A-Za-z ,.\n\r-]{0,160}$/),
);

describe('measureText', () => {
  test('sums the advances of the font and its kerning', () => {
    expect(measureText('AVATAR Typing', 'text', 1000)).toBe(6631);
    expect(measureText('AVATAR Typing', 'textBold', 1000)).toBe(7146);
    expect(measureText('AVATAR Typing', 'title', 1000)).toBe(7429);
  });

  test('grows with the size, is nothing for nothing, and never negative', () => {
    expect(measureText('', 'text', 15)).toBe(0);
    fc.assert(
      fc.property(anyText, (text) => {
        const width = measureText(text, 'text', 15);
        expect(width).toBeGreaterThanOrEqual(0);
        expect(measureText(text, 'text', 30)).toBeCloseTo(width * 2, 6);
      }),
    );
  });

  test('gives room to characters that the fonts lack', () => {
    expect(measureText('→', 'text', 10)).toBeGreaterThan(5);
    expect(measureText('漢', 'text', 10)).toBeGreaterThan(9);
    expect(measureText('e\u0301', 'text', 10)).toBeCloseTo(measureText('e', 'text', 10), 6);
  });
});

describe('breakLines', () => {
  test('loses no character: the lines joined are the text without its newlines', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 300 }), (text, width) => {
        expect(breakLines(text, 'text', 15, width).join('')).toBe(text.replaceAll(/[\r\n]/gu, ''));
      }),
    );
  });

  test('no line is wider than asked unless it is one grapheme', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 300 }), (text, width) => {
        for (const line of breakLines(text, 'text', 15, width)) {
          const fits = measureText(line.trimEnd(), 'text', 15) <= width;
          expect(fits || [...graphemes.segment(line.trimEnd())].length === 1).toBe(true);
        }
      }),
    );
  });

  test('keeps explicit newlines, empty lines and the empty text', () => {
    expect(breakLines('one\r\n\ntwo\rthree', 'text', 15, 200)).toEqual(['one', '', 'two', 'three']);
    expect(breakLines('', 'text', 15, 200)).toEqual(['']);
  });

  test('breaks after spaces and hyphens first, inside a word only where it must', () => {
    expect(breakLines('State-level units', 'text', 15, 60)).toEqual(['State-', 'level ', 'units']);
    const pieces = breakLines('a Unterrichtsentwicklung', 'text', 15, 80);
    expect(pieces[0]).toBe('a ');
    expect(pieces.length).toBeGreaterThan(2);
  });
});

test('fitLine keeps what fits and marks what does not', () => {
  expect(fitLine('short', 'text', 15, 200)).toBe('short');
  const cut = fitLine('a rather long line of words', 'text', 15, 90);
  expect(cut.endsWith('…')).toBe(true);
  expect(measureText(cut, 'text', 15)).toBeLessThanOrEqual(90);
});

test('textRuns cuts a line only where the font file changes, and loses nothing', () => {
  expect(textRuns('Plain words', 'text', 15)).toEqual([{ text: 'Plain words', x: 0 }]);
  expect(textRuns('na\u00efve', 'text', 15).length).toBe(1);
  expect(textRuns('aŁb→', 'text', 15).map((run) => run.text)).toEqual(['a', 'Ł', 'b', '→']);
  fc.assert(
    fc.property(anyText, (text) => {
      const runs = textRuns(text, 'title', 20);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      expect(runs.map((run) => run.x)).toEqual(runs.map((run) => run.x).toSorted((a, b) => a - b));
    }),
  );
});
