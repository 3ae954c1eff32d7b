import { boardFileSchema, boardFromFile, phaseSchema, readSnapshot, type PhaseInput } from '@coherence/board';
import { expect, test } from 'vitest';
import { setupWords } from './setup-words.ts';
import { setupOf, type VoteSetup } from '../vote-setup.ts';
import '@coherence/words/testing';

const board = (texts: readonly string[]) =>
  readSnapshot(
    boardFromFile(
      boardFileSchema.parse({
        schema: 'coherence-board/1',
        title: 'T',
        factors: texts.map((text, at) => ({ id: `f${at}`, text, kind: 'factor' })),
      }),
    ),
  );
const TEN = board(Array.from({ length: 10 }, (_, at) => `Factor ${at}`));

const words = (phase: Partial<PhaseInput>, change: Partial<VoteSetup> = {}, snapshot = TEN) => {
  const whole = phaseSchema.parse({ id: 'p', kind: 'vote', title: 'Vote', ...phase });
  return setupWords(snapshot, { ...setupOf(whole), ...change }, whole);
};

test('what the vote will be is said before it opens', () => {
  expect(words({})).toBe('All factors (10): 2 dots each, at most 2 on one.');
  expect(words({}, { budget: 1, perItem: 1 })).toBe('All factors (10): 1 dot each, at most 1 on one.');
  expect(words({ kind: 'rate' })).toBe('All factors (10): Impact and Effort, from 1 to 5.');
  expect(words({ kind: 'rate' }, { questions: ['Impact', ' '] })).toBe(
    'All factors (10): Impact, from 1 to 5.',
  );
  expect(words({ kind: 'rate' }, { questions: [] })).toBe('All factors (10): rated from 1 to 5.');
  expect(words({}, { method: 'recorded', question: 'We go on' })).toBe(
    'A motion: yes, no or abstain, by name.',
  );
});

test('and what keeps it from being opened', () => {
  expect(words({}, {}, board([]))).toBe('There is nothing to vote on yet.');
  expect(words({}, {}, board(['Alone']))).toMatch(/^With dots on one item/);
  expect(words({ identity: 'named' }, {}, board(['Alone']))).toMatch(/^All factors/);
  expect(words({}, { method: 'recorded', question: ' ' })).toBe('Write the motion first.');
  expect(words({ identity: 'anonymous' }, { method: 'recorded', question: 'We go on' })).toMatch(
    /^This part promises no names/,
  );
});
