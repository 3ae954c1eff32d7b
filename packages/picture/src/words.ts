import type { NodeKind } from './kinds.ts';

/** Every word a picture writes by itself, so that a caller can write them in another language. */
export type PictureWords = {
  readonly kinds: Readonly<Record<NodeKind, string>>;
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

export const englishWords: PictureWords = {
  kinds: {
    interfering: 'Interfering',
    integrative: 'Integrative',
    outcome: 'Outcome',
    strategy: 'Strategy',
    issue: 'Issue',
  },
  moreLeadsToMore: 'more leads to more',
  moreLeadsToLess: 'more leads to less',
  notSure: 'not sure',
  seenBothWays: 'seen both ways',
  takesTime: 'takes time',
  roomsAgree: 'between rails: named by two or more rooms',
  votes: (count) => (count === 1 ? '1 vote' : `${count} votes`),
  believed: (people) => {
    const counted = people === undefined ? '' : ` (${people} ${people === 1 ? 'person' : 'people'})`;
    return `What we believe, not a finding${counted}`;
  },
  fullBelow: '… in full below',
  inFull: 'Long cards in full',
  emptyMap: 'There is nothing on this map yet.',
  emptyGrid: 'There are no factors in this grid yet.',
  notPlacedYet: 'Not placed yet',
  onMap: 'map',
  mapDescription: (nodes, links) =>
    `A problem diagnosis map with ${nodes} ${nodes === 1 ? 'card' : 'cards'} and ${links} ${links === 1 ? 'link' : 'links'}. What we believe, not a finding.`,
  gridDescription: (factors) =>
    `A coherence grid with ${factors} ${factors === 1 ? 'factor' : 'factors'}. What we believe, not a finding.`,
};
