import '@coherence/words/testing';
import { expect, test } from 'vitest';
import { lengthWords } from './length-words.ts';

test('whole hours are hours, all else is minutes', () => {
  expect([240, 90, 360, 60, 5].map(lengthWords)).toEqual(['4 h', '90 min', '6 h', '60 min', '5 min']);
});
