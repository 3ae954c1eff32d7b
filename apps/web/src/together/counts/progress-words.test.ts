import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { progressLine } from './progress-words.ts';

describe('how far a room is, in one sentence', () => {
  it.each([
    [0, 1, '0 of 1 has finished'],
    [1, 1, '1 of 1 has finished'],
    [0, 12, '0 of 12 have finished'],
    [1, 12, '1 of 12 has finished'],
    [9, 12, '9 of 12 have finished'],
    [12, 12, '12 of 12 have finished'],
    [2, 1, '2 of 2 have finished'],
  ])('%s of %s', (done, of, words) => {
    expect(progressLine('finished', done, of)).toBe(words);
    expect(progressLine('voted', done, of)).toBe(words.replace('finished', 'voted'));
  });
});
