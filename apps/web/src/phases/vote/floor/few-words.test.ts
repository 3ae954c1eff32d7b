import { openRoundSchema, sessionSchema, type OpenRound, type VoteRound } from '@coherence/board';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { comparedWords, fewWords, givenBackWords, isAskedOpenly, isTooFew, smallWords } from './few-words.ts';

const round = (change: Partial<OpenRound>): OpenRound => ({
  ...openRoundSchema.parse({ id: 'r', items: ['a'], openedAt: 0, invited: 5, able: 5 }),
  ...change,
});

describe('[FLOOR21] a vote with too few people', () => {
  it('is said to be so before anybody votes, by who is here and has a device', () => {
    const said = (change: Partial<OpenRound>, here: number) => smallWords(round(change), here, false);
    expect(said({}, 2)).toContain('Only 2 people can vote on devices of their own now.');
    expect(said({ able: 1 }, 9)).toContain('Only 1 person');
    expect(said({}, 3)).toBe('');
    expect(said({ own: 3 }, 1)).toBe('');
    expect(said({ identity: 'named' }, 1)).toBe('');
    expect(said({ invited: 0, able: 0 }, 1)).toBe('');
    expect(smallWords(round({}), 2, true)).toContain('vote yourself');
  });

  it('is known once one has voted, until three have on devices of their own, and before where they are too few', () => {
    const few = ([turnout, own]: [number, number], change: Partial<OpenRound> = {}) =>
      isTooFew(round({ turnout, own, ...change }));
    expect([few([0, 0]), few([2, 2]), few([5, 2]), few([3, 3])]).toEqual([false, true, true, false]);
    expect([few([0, 0], { able: 2 }), few([0, 0], { able: 0, invited: 0 })]).toEqual([true, false]);
    expect(few([1, 1], { identity: 'named' })).toBe(false);
  });

  it('says why it was not closed', () => {
    expect(fewWords(round({ turnout: 2, own: 2 })).why).toContain('2 of 5 have voted.');
    expect(fewWords(round({ turnout: 4, own: 1 })).why).toContain('4 of 5 have voted, 1 on a device');
    expect(fewWords(round({ turnout: 4, own: 4 })).title).toContain('Too few changes');
  });

  it('is compared with an earlier anonymous result on the same, and says so', () => {
    const earlier = {
      method: 'dots',
      identity: 'anonymous',
      withheld: null,
      text: ' first? ',
    } as VoteRound;
    const words = (change: Partial<OpenRound>, closed = earlier) =>
      comparedWords(round({ question: 'First?', ...change }), [closed]);
    expect(words({})).toContain('an earlier result');
    for (const change of [{ question: 'Second?' }, { identity: 'named' }, { method: 'rating' }] as const)
      expect(words(change)).toBe('');
    expect(words({}, { ...earlier, withheld: 'few' })).toBe('');
    expect(words({}, { ...earlier, identity: 'unit' })).toBe('');
  });

  it('says what becomes of the votes, and when it was started anew', () => {
    expect(givenBackWords({ identity: 'anonymous' })).toContain('erased');
    expect(givenBackWords({ identity: 'unit' })).toContain('stays with them');
    const agenda = sessionSchema.parse({
      agenda: [{ id: 'v', kind: 'vote', title: 'Vote', identity: 'unit' }],
    });
    expect(isAskedOpenly(round({ identity: 'named', phase: 'v' }), agenda)).toBe(true);
    expect(isAskedOpenly(round({ identity: 'named', phase: 'v', method: 'recorded' }), agenda)).toBe(false);
    expect(isAskedOpenly(round({ identity: 'unit', phase: 'v' }), agenda)).toBe(false);
  });
});
