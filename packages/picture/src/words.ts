import type { NodeKind } from './kinds.ts';

/** Every word a picture writes by itself, in the language of the caller. */
export type PictureWords = {
  /** What a card of this kind is called. */
  readonly kind: (kind: NodeKind) => string;
  readonly moreLeadsToMore: string;
  readonly moreLeadsToLess: string;
  readonly notSure: string;
  readonly seenBothWays: string;
  readonly takesTime: string;
  readonly roomsAgree: string;
  readonly votes: (count: number) => string;
  readonly believed: (people: number | undefined) => string;
  /** On a card that shows the beginning of its words, and above the place where they are in full. */
  readonly fullBelow: string;
  readonly inFull: string;
  readonly emptyMap: string;
  readonly emptyGrid: string;
  readonly notPlacedYet: string;
  readonly onMap: string;
  readonly mapDescription: (nodes: number, links: number) => string;
  readonly gridDescription: (factors: number) => string;
};
