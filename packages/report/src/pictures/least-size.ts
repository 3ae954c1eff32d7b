import type { MapModel } from '@coherence/picture';

/** Cards times links of a map that is still drawn: every link is led around every card, some 10 s for so many on a busy machine. */
const CROSSINGS_MAX = 4_000_000;

export type MapTooLarge = {
  readonly code: 'map-too-large';
  readonly values: { readonly cards: number; readonly links: number };
};

/** Why a map would take too long to draw; null for one that is drawn. */
export function tooMuchToDraw({ nodes, links }: Pick<MapModel, 'nodes' | 'links'>): MapTooLarge | null {
  if (nodes.length * links.length <= CROSSINGS_MAX) return null;
  return { code: 'map-too-large', values: { cards: nodes.length, links: links.length } };
}

/** Sides in px that the picture of a map has at least, told from where its cards are; drawn it has a head and more. */
export function leastMapSize({ nodes }: Pick<MapModel, 'nodes'>): {
  readonly width: number;
  readonly height: number;
} {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y, w } of nodes) {
    [left, right] = [Math.min(left, x), Math.max(right, x + w)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return nodes.length === 0
    ? { width: 1, height: 1 }
    : { width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
