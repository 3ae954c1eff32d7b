import { boardFileSchema, boardFromFile, mapOf, readSnapshot } from '@coherence/board';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { linkSentence, linkSentenceWithDelay, mapLinkSentence } from './link-sentence.ts';

const ENDS = ['Turnover', 'Trust in the state'] as const;

/** A map with two cards, and a link for each sign, each named by a unit of its own. */
function mapWith(...signs: readonly ('+' | '-' | '?')[]) {
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
    units: signs.map((_, index) => ({ id: `u${index}`, name: `Unit ${index}` })),
    influences: signs.map((polarity, index) => ({
      id: `i${index}`,
      from: 'a',
      to: 'b',
      polarity,
      source: { kind: 'unit', id: `u${index}` },
    })),
  };
  return mapOf(readSnapshot(boardFromFile(boardFileSchema.parse(file))));
}

describe('a link as a sentence', () => {
  it('says its sign in words and quotes both ends as they are', () => {
    expect(linkSentence({ polarity: '+' }, ...ENDS)).toBe(
      'More “Turnover” leads to more “Trust in the state”.',
    );
    expect(linkSentence({ polarity: '-' }, ...ENDS)).toBe(
      'More “Turnover” leads to less “Trust in the state”.',
    );
    expect(linkSentence({ polarity: '?' }, ...ENDS)).toBe(
      '“Turnover” influences “Trust in the state”; not sure how.',
    );
    expect(linkSentence({ polarity: '-' }, 'Plans are late.', 'Trust falls. Fast. ')).toBe(
      'More “Plans are late” leads to less “Trust falls. Fast”.',
    );
    expect(linkSentence({ polarity: '?' }, ' ', 'Trust')).toContain('“no words yet”');
  });

  it('counts units that see it differently and never averages them', () => {
    expect(linkSentence({ polarity: 'mixed' }, ...ENDS)).toBe(
      '“Turnover” influences “Trust in the state”; seen both ways.',
    );
    const { links } = mapWith('+', '-', '+');
    expect(links.map((link) => linkSentence(link, ...ENDS))).toEqual([
      '“Turnover” influences “Trust in the state”; seen both ways (2 +, 1 −).',
    ]);
  });

  it('says what takes time only where nothing beside it does', () => {
    const late = { polarity: '-', delay: true } as const;
    expect(linkSentence(late, ...ENDS)).toBe('More “Turnover” leads to less “Trust in the state”.');
    expect(linkSentenceWithDelay(late, ...ENDS)).toBe(
      'More “Turnover” leads to less “Trust in the state”. It takes time.',
    );
    expect(linkSentenceWithDelay({ ...late, delay: false }, ...ENDS)).not.toContain('time');
  });

  it('takes the words that its cards show on the map', () => {
    const map = mapWith('-');
    expect(map.links.map((link) => mapLinkSentence(map, link))).toEqual([
      'More “Turnover” leads to less “Trust”.',
    ]);
  });
});
