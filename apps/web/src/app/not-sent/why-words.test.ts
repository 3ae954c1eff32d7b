import '@coherence/words/testing';
import { expect, test } from 'vitest';
import type { NotSentWhy } from '../../live/not-sent/not-sent.ts';
import { shortName, whyWords } from './why-words.ts';

test('every reason has words, one that a newer version has kept too', () => {
  expect(whyWords('size', true)).toContain('It is too long, or too much at once.');
  expect(whyWords('from-the-future' as NotSentWhy, true)).toBe(whyWords('schema', true));
});

test('a button is named by the beginning of the first line', () => {
  expect(shortName(' Silos\nbetween offices')).toBe('Silos');
  const long = shortName('Every office plans alone and nobody reads the plans of others');
  expect(long).toBe('Every office plans alone and nobody rea…');
  expect(long.length).toBeLessThanOrEqual(40);
});
