import type { PictureWords } from '../words.ts';

/** English, for tests. */
export const englishWords: PictureWords = {
  kind: (kind) => kind.charAt(0).toUpperCase() + kind.slice(1),
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
