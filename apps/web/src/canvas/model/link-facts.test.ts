import { boardFileSchema, boardFromFile, mapOf, readSnapshot } from '@coherence/board';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { linkFacts, linkSentence } from './link-facts.ts';

describe('a link as a sentence', () => {
  it('quotes both ends as they are and says what takes time', () => {
    const ends = ['Turnover', 'Trust in the state'] as const;
    expect(linkFacts({ polarity: '+', delay: false }, ...ends)).toBe(
      'More “Turnover” leads to more “Trust in the state”.',
    );
    expect(linkFacts({ polarity: '-', delay: true }, ...ends)).toBe(
      'More “Turnover” leads to less “Trust in the state”. It takes time.',
    );
    expect(linkFacts({ polarity: '?', delay: false }, ' ', 'Trust')).toContain('“no words yet”');
    expect(linkFacts({ polarity: 'mixed', delay: false }, ...ends)).toContain('seen both ways');
  });

  it('takes the words that its cards show on the map', () => {
    const file = {
      schema: 'coherence-board/1',
      factors: [
        {
          id: 'a',
          text: 'Teachers leave within two years',
          mapName: 'Turnover',
          kind: 'factor',
          pos: [0, 0, 206],
        },
        { id: 'b', text: 'Trust', kind: 'factor', pos: [300, 0, 206] },
      ],
      influences: [{ id: 'i', from: 'a', to: 'b', polarity: '-' }],
    };
    const map = mapOf(readSnapshot(boardFromFile(boardFileSchema.parse(file))));
    expect(map.links.map((link) => linkSentence(map, link))).toEqual([
      'More “Turnover” leads to less “Trust”.',
    ]);
  });
});
