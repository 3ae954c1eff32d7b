import { boxesTouch, cardSize } from '@coherence/picture';
import { expect, test } from 'vitest';
import { readForeign } from '../read-foreign.ts';
import { sampleFile, sampleText } from '../testing/samples.ts';

test('a map without positions gets one layout: the same each time, and no card touches another', () => {
  const file = sampleFile('map');
  expect(readForeign(sampleText('map'))).toMatchObject({ ok: true, value: { file } });
  const cards = [...file.factors, ...file.strategies].map(({ text, pos }) => {
    const [x, y, w] = pos ?? [Number.NaN, Number.NaN, Number.NaN];
    return { x, y, w, h: cardSize({ text, kind: 'outcome' }, w).h };
  });
  const touching = cards.filter((card, index) =>
    cards.slice(index + 1).some((other) => boxesTouch(card, other, 0)),
  );
  expect(cards).toHaveLength(37);
  expect(touching).toEqual([]);
});

test('a grid keeps its factors off the map', () => {
  expect(sampleFile('grid').factors.every(({ pos }) => pos === null)).toBe(true);
});
