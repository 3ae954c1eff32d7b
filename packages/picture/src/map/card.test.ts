import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardBaseline, cardMetrics, cardPadding, cardSize, footItems, wholeCardSize } from './card.ts';
import { nodeKinds } from '../kinds.ts';
import { measureText } from '../text/text.ts';

test('a card contains its lines and its foot, whatever the text and the width', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(...nodeKinds),
      fc.integer({ min: 0, max: 400 }),
      fc.array(fc.record({ label: fc.stringMatching(/^[A-Z]{2}$/) }), { maxLength: 12 }),
      (text, kind, width, units) => {
        const size = cardSize({ text, kind, units, number: 'F12' }, width);
        const inner = size.w - 2 * cardPadding(kind);
        for (const line of size.lines) {
          expect(measureText(line.trimEnd(), 'text', cardMetrics.textSize)).toBeLessThanOrEqual(
            Math.max(inner, 30),
          );
        }
        const rows = (footItems({ number: 'F12', units }, inner).at(-1)?.row ?? 0) + 1;
        const lastBaseline = cardBaseline(size.lines.length - (size.isFolded ? 0 : 1));
        expect(size.h).toBeGreaterThanOrEqual(
          lastBaseline + cardMetrics.bottom + rows * cardMetrics.footHeight,
        );
      },
    ),
  );
});

test('a card grows with its text and takes the default width', () => {
  const short = cardSize({ text: 'Trust', kind: 'issue' });
  const long = cardSize({ text: 'Trust between schools and the central office', kind: 'issue' });
  expect(short.w).toBe(cardMetrics.width);
  expect(long.h).toBeGreaterThan(short.h);
  expect(cardSize({ text: 'Trust', kind: 'issue' }, Number.NaN).w).toBe(cardMetrics.width);
});

test('a long text is folded to its beginning and one line more, and never grows the card again', () => {
  const words = (count: number) => 'monitoring '.repeat(count).trim();
  const at = (count: number) => cardSize({ text: words(count), kind: 'issue', number: 'F1' });
  let tallest = 0;
  for (let count = 1; count <= 180; count += 1) {
    const folded = at(count);
    const whole = wholeCardSize({ text: words(count), kind: 'issue', number: 'F1' });
    expect(folded.isFolded).toBe(whole.lines.length > cardMetrics.mostLines);
    expect(whole.lines.slice(0, folded.lines.length)).toEqual(folded.lines);
    expect(folded.lines.length + (folded.isFolded ? 1 : 0)).toBeLessThanOrEqual(cardMetrics.mostLines);
    // A card a person is typing in never shrinks under the words.
    expect(folded.h).toBeGreaterThanOrEqual(tallest);
    tallest = folded.h;
  }
  expect(at(180).isFolded).toBe(true);
  expect(tallest).toBeLessThan(330);
});
