import { phaseSchema } from '@coherence/board';
import { expect, test } from 'vitest';
import { missedBy } from './missed.ts';

const agenda = ['Arrive', 'Write', 'Walk'].map((title) =>
  phaseSchema.parse({ id: title, kind: 'walk', title }),
);
const at = (id: string) => ({ id, startedAt: 0, endsAt: null });
const board = { factors: [1, 2, 3], influences: [1], voteRounds: [] };

test('who comes at the beginning has missed nothing', () => {
  expect(missedBy({ agenda, phase: null, revealed: {} }, board)).toBeNull();
  expect(missedBy({ agenda, phase: at('Arrive'), revealed: {} }, board)).toBeNull();
  expect(missedBy({ agenda, phase: at('gone'), revealed: {} }, board)).toBeNull();
});

test('a person who comes later hears the step and what is there', () => {
  expect(missedBy({ agenda, phase: at('Walk'), revealed: { Write: 5 } }, board)).toEqual({
    step: 3,
    of: 3,
    title: 'Walk',
    notes: 3,
    links: 1,
    votes: 0,
  });
});

test('notes that nobody revealed are none to have missed', () => {
  expect(missedBy({ agenda, phase: at('Write'), revealed: {} }, board)?.notes).toBe(0);
});
