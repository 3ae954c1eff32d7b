import type { Glyph } from './draw/glyphs.ts';

/** How cards of one kind look. The ink has at least 4.5:1 on its ground and on white. */
type KindLook = {
  readonly ink: string;
  readonly ground: string;
  readonly glyph: Glyph;
  readonly shape: 'card' | 'pill';
};

/**
 * Every kind a node of the map can be, with its look, in the order of the legend. Callers pass the kinds of their
 * board, so a kind that has no look here does not compile there.
 */
export const kindLooks = {
  /** Arrows that part. */
  interfering: {
    ink: '#A63A22',
    ground: '#FBEDE6',
    glyph: { stroke: 'M6.2 8H1.2M4.4 4.6 1 8l3.4 3.4M9.8 8h5M11.6 4.6 15 8l-3.4 3.4', fill: '' },
    shape: 'card',
  },
  /** Arrows that meet. */
  integrative: {
    ink: '#0A6560',
    ground: '#E4F2EF',
    glyph: { stroke: 'M.8 8h5.4M3.2 4.6 6.6 8l-3.4 3.4M15.2 8H9.8M12.8 4.6 9.4 8l3.4 3.4', fill: '' },
    shape: 'card',
  },
  /** A ring and a dot. */
  outcome: {
    ink: '#36449A',
    ground: '#ECEEFB',
    glyph: {
      stroke: 'M8 2.4a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2Z',
      fill: 'M8 5.9a2.1 2.1 0 1 1 0 4.2a2.1 2.1 0 1 1 0-4.2Z',
    },
    shape: 'pill',
  },
  /** A triangle. */
  strategy: {
    ink: '#7A5600',
    ground: '#FBF1D6',
    glyph: { stroke: 'M8 2.8 14 13.2H2Z', fill: '' },
    shape: 'card',
  },
  /** A diamond. */
  issue: {
    ink: '#4A5464',
    ground: '#F6F3EC',
    glyph: { stroke: 'M8 2 14 8 8 14 2 8Z', fill: '' },
    shape: 'card',
  },
} as const satisfies Readonly<Record<string, KindLook>>;

export type NodeKind = keyof typeof kindLooks;
export const nodeKinds = Object.keys(kindLooks) as readonly NodeKind[];
