import {
  boardFileSchema,
  boardFromFile,
  readSnapshot,
  voteResult,
  type BoardFileInput,
} from '@coherence/board';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import {
  barOf,
  rankChangeWords,
  meanWords,
  originWords,
  overWords,
  peopleWords,
  roundName,
  turnoutWords,
} from './result-words.ts';

function resultOf(round: Partial<NonNullable<BoardFileInput['voteRounds']>[number]>) {
  const file = {
    schema: 'coherence-board/1',
    title: 'T',
    voteRounds: [{ id: 'r', text: 'First?', ...round }],
  };
  const result = voteResult(readSnapshot(boardFromFile(boardFileSchema.parse(file))), 'r');
  if (result === null) throw new Error('no such round');
  return result;
}

describe('the words of a result', () => {
  it('say how many voted, as far as that is known', () => {
    expect(turnoutWords(resultOf({ participants: 11, invited: 12, budget: 5 }))).toBe(
      '11 of 12 people voted, 5 dots each.',
    );
    expect(turnoutWords(resultOf({ participants: 1 }))).toBe('1 person voted.');
    expect(turnoutWords(resultOf({ participants: 3, invited: 4, method: 'rating' }))).toBe(
      '3 of 4 people voted.',
    );
    expect(turnoutWords(resultOf({}))).toBe('');
    expect(overWords(resultOf({}))).toBe('');
    expect(overWords(resultOf({ over: 1 }))).toBe(
      '1 ballot had more dots than allowed: those given last were not counted.',
    );
  });

  it('name a round by its question, and which time it is', () => {
    expect(roundName({ question: 'First?', number: 1 })).toBe('First?');
    expect(roundName({ question: 'First?', number: 2 })).toBe('Round 2: First?');
    expect(roundName({ question: ' ', number: 1 })).toBe('Vote');
  });

  it('say how a rank moved', () => {
    expect(rankChangeWords({ rank: 2, rankBefore: 5 })).toBe('up 3');
    expect(rankChangeWords({ rank: 5, rankBefore: 2 })).toBe('down 3');
    expect(rankChangeWords({ rank: 2, rankBefore: 2 })).toBe('same rank');
    expect(rankChangeWords({ rank: 2, rankBefore: null })).toBe('new');
  });

  it('say of a vote that came with a file that it did', () => {
    expect(originWords({ method: 'dots', imported: false })).toBe('For prioritizing, not an official vote.');
    expect(originWords({ method: 'recorded', imported: true })).toBe(
      'A vote by name. From a file that was added to this board.',
    );
  });

  it('do not claim more people than is known', () => {
    expect(peopleWords({ voters: 4, atLeast: false })).toBe('4');
    expect(peopleWords({ voters: 4, atLeast: true })).toBe('at least 4');
  });

  it('give averages with one decimal, and none for what nobody rated', () => {
    const { items, method } = resultOf({
      method: 'rating',
      results: { a: 10, b: 0 },
      voters: { a: 3, b: 0 },
    });
    expect(items.map((item) => barOf(item, method).words)).toEqual(['3.3', 'not rated']);
    expect(meanWords(null)).toBe('not rated');
  });
});
