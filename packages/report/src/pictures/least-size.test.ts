import { mapPicture } from '@coherence/picture';
import type { MapNode } from '@coherence/picture';
import { expect, it } from 'vitest';
import { englishPictures as words } from '../testing/english.ts';
import { leastMapSize, tooMuchToDraw } from './least-size.ts';

const nodes: MapNode[] = Array.from({ length: 40 }, (_, index) => ({
  id: `f${index}`,
  text: `Card ${index}`,
  kind: 'interfering',
  x: (index % 9) * 260 - 300,
  y: Math.floor(index / 9) * 160,
  w: 220,
  group: null,
  votes: undefined,
  units: [],
  number: `F${index}`,
}));

it('[SHARE28] no picture is smaller than it was said to be at least', () => {
  const { width, height } = leastMapSize({ nodes });
  const svg = mapPicture(
    {
      title: 'Map',
      question: '',
      date: '',
      nodes,
      links: [],
      groups: [],
      drawings: [],
    },
    { words },
  );
  const [, drawnWidth, drawnHeight] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  expect([width, height]).toEqual([8 * 260 + 220, 4 * 160]);
  expect(Number(drawnWidth)).toBeGreaterThanOrEqual(width);
  expect(Number(drawnHeight)).toBeGreaterThanOrEqual(height);
  expect(leastMapSize({ nodes: [] })).toEqual({ width: 1, height: 1 });
});

it('[SHARE28] a map of 1,000 cards and 3,000 links is drawn, one of 20,000 and 20,000 is refused', () => {
  const of = (cards: number, links: number) =>
    tooMuchToDraw({ nodes: { length: cards } as never, links: { length: links } as never });
  expect([of(1_000, 3_000), of(20_000, 200)]).toEqual([null, null]);
  expect(of(20_000, 20_000)).toEqual({ code: 'map-too-large', values: { cards: 20_000, links: 20_000 } });
});
