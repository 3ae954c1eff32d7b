import { castVote, openRoundSchema, voteRoundSchema, type VoteRound } from '@coherence/board';
import { expect, it } from 'vitest';
import { Doc } from 'yjs';
import { arrivedLate } from './late-answers.ts';

const round = openRoundSchema.parse({ id: 'r1', items: ['a', 'b'], openedAt: 0 });
const closed = (id: string, closedAt: string, ballots: string | null = null): VoteRound => ({
  ...voteRoundSchema.parse({ text: '', budget: 5, perItem: 2, items: ['a', 'b'], closedAt, ballots }),
  id,
});

it('[VOTE16] what arrives is late where the latest vote it belongs to is closed and has not counted it', () => {
  const doc = new Doc();
  castVote(doc, { ...round, phase: null, ballots: null }, 'a', 1, { now: 1 });
  const one = closed('r1', '2026-01-01');
  expect(arrivedLate(doc, ['r1'], { openRound: null, closed: [one] })).toBe(true);
  expect(arrivedLate(doc, ['r1'], { openRound: 'r2', closed: [one] })).toBe(true);
  expect(arrivedLate(doc, ['r1'], { openRound: 'r1', closed: [one] })).toBe(false);
  expect(arrivedLate(doc, ['r1'], { openRound: null, closed: [] })).toBe(false);
  expect(arrivedLate(doc, ['r2'], { openRound: null, closed: [one] })).toBe(false);
  const again: VoteRound = { ...closed('r3', '2026-01-02', 'r1'), withheld: 'few' };
  expect(arrivedLate(doc, ['r1'], { openRound: null, closed: [one, again] })).toBe(false);
});
