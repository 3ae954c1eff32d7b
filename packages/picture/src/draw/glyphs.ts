import type { NodeKind } from '../palette.ts';

/**
 * A drawing in a box of 16 x 16: `stroke` is drawn as a line 1.9 wide with round ends and joins, `fill` is
 * filled, both in the colour of the word beside it. Signs are drawn, never typed: the text faces lack them.
 */
export type Glyph = { readonly stroke: string; readonly fill: string };

export const glyphSize = 16;
export const glyphStroke = 1.9;

/** Interfering: arrows that part. Integrative: arrows that meet. Ring and dot, triangle, diamond for the rest. */
export const kindGlyphs = {
  interfering: { stroke: 'M6.2 8H1.2M4.4 4.6 1 8l3.4 3.4M9.8 8h5M11.6 4.6 15 8l-3.4 3.4', fill: '' },
  integrative: { stroke: 'M.8 8h5.4M3.2 4.6 6.6 8l-3.4 3.4M15.2 8H9.8M12.8 4.6 9.4 8l3.4 3.4', fill: '' },
  outcome: {
    stroke: 'M8 2.4a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2Z',
    fill: 'M8 5.9a2.1 2.1 0 1 1 0 4.2a2.1 2.1 0 1 1 0-4.2Z',
  },
  strategy: { stroke: 'M8 2.8 14 13.2H2Z', fill: '' },
  issue: { stroke: 'M8 2 14 8 8 14 2 8Z', fill: '' },
} as const satisfies Record<NodeKind, Glyph>;

/** Signs for the badge on a link; the caller draws the circle around the 16 x 16 box. */
export const signGlyphs = {
  '+': { stroke: 'M8 3.6v8.8M3.6 8h8.8', fill: '' },
  '-': { stroke: 'M3.6 8h8.8', fill: '' },
  '?': {
    stroke: 'M5.5 6.1a2.5 2.5 0 1 1 3.6 2.2C8.3 8.7 8 9.1 8 9.9',
    fill: 'M8 11.6a1.1 1.1 0 1 1 0 2.2a1.1 1.1 0 1 1 0-2.2Z',
  },
} as const satisfies Record<'+' | '-' | '?', Glyph>;

/** Other marks: "takes time", a circle of influence, and "is on the map". */
export const markGlyphs = {
  delay: { stroke: 'M5.8 2.5v11M10.2 2.5v11', fill: '' },
  loop: { stroke: 'M12.6 5.2A5.4 5.4 0 1 0 13.4 8.6M13 1.8v3.8H9.2', fill: '' },
  onMap: {
    stroke: 'M3.6 10.4a2 2 0 1 1 0 4a2 2 0 1 1 0-4ZM12.4 1.6a2 2 0 1 1 0 4a2 2 0 1 1 0-4ZM5.1 10.9 10.9 5.1',
    fill: '',
  },
} as const satisfies Record<string, Glyph>;
