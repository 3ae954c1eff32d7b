import { expect, it } from 'vitest';
import { createBoard } from '../create.ts';
import { voteResult } from '../projections/vote-result.ts';
import { closedRounds } from '../projections/vote-rounds.ts';
import { readSnapshot } from '../snapshot.ts';
import { boardFileSchema } from './board-file.ts';
import { mergeIntoBoard } from './from-file.ts';

it('[FILE2] votes by unit, of both questions and by name come along under the new ids', () => {
  const made = createBoard({ title: 'T', units: [{ id: 'known', name: 'Teaching' }] });
  if (!made.ok) throw new Error(made.error.code);
  const file = boardFileSchema.parse({
    schema: 'coherence-board/1',
    title: 'U',
    units: [{ id: 'u', name: 'Teaching' }],
    factors: [{ id: 'a', text: 'Unclear roles', kind: 'factor' }],
    voteRounds: [
      {
        id: 'r1',
        text: 'First?',
        closedAt: '2026-01-01',
        results: { a: 5 },
        voters: { a: 4 },
        byUnit: { a: { u: 3, others: 2 } },
        votersByUnit: { u: 3, others: 3 },
      },
      {
        id: 'r2',
        text: 'Rate',
        closedAt: '2026-01-02',
        method: 'rating',
        questions: ['Impact', 'Effort'],
        ballots: 'r1',
        results: { a: 4 },
        voters: { a: 1 },
        second: { results: { a: 2 }, voters: { a: 1 } },
      },
      {
        id: 'r3',
        text: 'Adopt it?',
        closedAt: '2026-01-03',
        method: 'recorded',
        recorded: [
          { name: 'Ann', unit: 'u', choice: 'yes' },
          { name: 'Ben', unit: '', choice: 'no' },
        ],
      },
    ],
  });
  mergeIntoBoard(made.value, file, 0);
  const board = readSnapshot(made.value);
  const [dots, rating, recorded] = closedRounds(board).map(({ id }) => voteResult(board, id));
  expect(dots?.items).toMatchObject([
    { text: 'Unclear roles', votes: 5, byUnit: { known: 3, others: 2 }, share: 'all' },
  ]);
  expect(dots?.units).toMatchObject([{ id: 'known', name: 'Teaching' }, { id: 'others' }]);
  expect(rating?.items).toMatchObject([{ text: 'Unclear roles', means: [4, 2] }]);
  expect(closedRounds(board)[1]?.round.ballots).toBe(dots?.id);
  expect(recorded?.recorded?.names.map(({ unit }) => unit)).toEqual(['Teaching', null]);
});
