import { boardFileSchema, boardFromFile, phaseSchema, readSnapshot, type PhaseInput } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { againBody, itemsOf, openBody, setupOf } from './vote-setup.ts';
import '@coherence/words/testing';

const SNAPSHOT = readSnapshot(
  boardFromFile(
    boardFileSchema.parse({
      schema: 'coherence-board/1',
      title: 'T',
      factors: [
        { id: 'a', text: 'A', kind: 'factor', cell: ['interfering', 'roles', 'a0'] },
        { id: 'b', text: 'B', kind: 'factor', cell: ['integrative', 'roles', 'a0'] },
        { id: 'c', text: 'C', kind: 'factor' },
        { id: 'o', text: 'O', kind: 'outcome' },
      ],
      groups: [{ id: 'g', text: 'G' }],
      strategies: [{ id: 's', text: 'S' }],
      voteRounds: [
        { id: 'r', text: 'First?', method: 'dots', budget: 3, perItem: 1, results: { a: 2, gone: 1 } },
      ],
    }),
  ),
);
const phase = (input: Partial<PhaseInput> = {}) =>
  phaseSchema.parse({ id: 'p', kind: 'vote', title: 'Vote', ...input });

describe('what is voted on', () => {
  it('is what the scope names of what is on the board', () => {
    const of = (scope: Parameters<typeof itemsOf>[1]['scope'], chosen: string[] = []) =>
      itemsOf(SNAPSHOT, { scope, chosen });
    expect(of('factors')).toEqual(['a', 'b', 'c']);
    expect(of('interfering')).toEqual(['a']);
    expect(of('integrative')).toEqual(['b']);
    expect(of('groups')).toEqual(['g']);
    expect(of('strategies')).toEqual(['s']);
    expect(of('chosen', ['s', 'gone', 'o'])).toEqual(['s', 'o']);
  });
});

const UNIT = { identity: 'unit' } as const;

describe('opening a vote', () => {
  it('[VOTE15] is not offered with dots on one thing alone, unless by name', () => {
    const setup = setupOf(phase());
    const opens = (identity: 'named' | 'unit' | 'anonymous', items: string[], change = {}) =>
      openBody({ ...setup, ...change }, items, { identity }).ok;
    expect([opens('anonymous', ['a']), opens('unit', ['a'])]).toEqual([false, false]);
    expect([opens('named', ['a']), opens('unit', ['a', 'b'])]).toEqual([true, true]);
    expect(opens('anonymous', ['a'], { method: 'rating' })).toBe(true);
  });

  it('goes by the settings of the phase and suggests dots', () => {
    const setup = setupOf(phase({ prompt: 'What matters?' }));
    expect(openBody(setup, ['a', 'b', 'c', 'd', 'e', 'f'], UNIT)).toEqual({
      ok: true,
      value: {
        type: 'vote-open',
        question: 'What matters?',
        method: 'dots',
        questions: [],
        budget: 2,
        perItem: 2,
        items: ['a', 'b', 'c', 'd', 'e', 'f'],
      },
    });
  });

  it('rates on impact and effort in a phase for rating, or on one question where the second is empty', () => {
    const setup = setupOf(phase({ kind: 'rate' }));
    expect(setup).toMatchObject({ method: 'rating', questions: ['Impact', 'Effort'] });
    const one = openBody({ ...setup, questions: ['Impact', ' '] }, ['a'], UNIT);
    expect(one.ok && one.value.questions).toEqual(['Impact']);
  });

  it('needs something to vote on, or a motion', () => {
    const setup = setupOf(phase());
    expect(openBody(setup, [], UNIT).ok).toBe(false);
    expect(openBody({ ...setup, method: 'recorded', question: ' ' }, ['a'], UNIT).ok).toBe(false);
    const motion = openBody({ ...setup, method: 'recorded', question: 'Adopt it?' }, ['a'], UNIT);
    expect(motion.ok && motion.value.items).toEqual([]);
  });

  it('again takes the same as before, without what is gone', () => {
    const [round] = SNAPSHOT.voteRounds;
    expect(round && againBody(SNAPSHOT, round)).toMatchObject({
      question: 'First?',
      budget: 3,
      perItem: 1,
      items: ['a'],
    });
  });
});
