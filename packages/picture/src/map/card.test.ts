import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardMetrics, cardPadding, cardSize, footItems } from './card.ts';
import { nodeKinds } from '../palette.ts';
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
        const lastBaseline = cardMetrics.firstBaseline + (size.lines.length - 1) * cardMetrics.lineHeight;
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
