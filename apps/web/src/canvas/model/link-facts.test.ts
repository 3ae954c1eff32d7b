import { describe, expect, it } from 'vitest';
import { linkFacts } from './link-facts.ts';

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
});
