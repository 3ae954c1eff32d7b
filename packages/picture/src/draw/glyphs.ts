/**
 * A drawing in a box of 16 x 16: `stroke` is drawn as a line 1.9 wide with round ends and joins, `fill` is
 * filled, both in the colour of the word beside it. Signs are drawn, never typed: the text faces lack them.
 */
export type Glyph = { readonly stroke: string; readonly fill: string };

export const glyphSize = 16;
export const glyphStroke = 1.9;

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
