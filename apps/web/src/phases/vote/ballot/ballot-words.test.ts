import { openRoundSchema, type OpenRound } from '@coherence/board';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { keptWords, ballotProgress, promiseWords, tooManyWords } from './ballot-words.ts';

const round = (change: Partial<OpenRound>): OpenRound => ({
  ...openRoundSchema.parse({ id: 'r', items: ['a', 'b', 'c'], openedAt: 0 }),
  ...change,
});

describe('what a ballot says of itself', () => {
  it('is how much is left or done', () => {
    expect(ballotProgress(round({}), { a: [2] })).toBe('3 of 5 dots left');
    expect(ballotProgress(round({ method: 'rating' }), { a: [2], gone: [1] })).toBe('1 of 3 rated');
    const twofold = round({ method: 'rating', questions: ['Impact', 'Effort'] });
    expect(ballotProgress(twofold, { a: [2, 0], b: [1, 5] })).toBe('3 of 6 answered');
  });

  it('[BALLOT6] is how many dots are too many, and which, in words', () => {
    expect(ballotProgress(round({}), { a: [3], b: [3] })).toBe('1 dot too many');
    expect(tooManyWords({ back: [] }, (id) => id)).toBe('');
    const two = [
      { item: 'b', dots: 1 },
      { item: 'c', dots: 2 },
    ];
    expect(tooManyWords({ back: two }, (id) => id.toUpperCase())).toContain(
      'Take back 1 from “B” and 2 from “C”',
    );
  });

  it('is who will see what, by the promise of the round, in the word of the board for its units', () => {
    const attending = { big: 5, small: 2 };
    const words = (change: Partial<OpenRound>, unit: string) =>
      promiseWords(round(change), attending, unit, 'school');
    expect(words({}, 'big')).toContain('by school where three or more');
    expect(words({}, 'small')).toContain('with other small schools');
    expect(words({ identity: 'anonymous' }, 'small')).toContain('not even your school');
    expect(words({ method: 'rating' }, 'big')).not.toContain('school');
    expect(words({ identity: 'named' }, 'big')).toContain('however few');
    expect(words({ method: 'recorded' }, 'big')).toContain('with your name');
  });

  it('is whether it has reached the server, in words for the device', () => {
    const given = { a: [1] };
    expect(keptWords({ kind: 'saved' }, given, 'phone')).toContain('Saved');
    expect(keptWords({ kind: 'saved' }, {}, 'phone')).toBe('Nothing given yet.');
    expect(keptWords({ kind: 'offline', since: 0, edits: 2 }, given, 'phone')).toBe(
      'Kept on this phone, not sent yet',
    );
    expect(keptWords({ kind: 'offline', since: 0, edits: 2 }, given, 'device')).toContain('this device');
    expect(keptWords({ kind: 'offline', since: 0, edits: 0 }, given, 'phone')).toContain('Saved');
    expect(keptWords({ kind: 'not-saved', why: 'cannot-store', edits: 1 }, given, 'phone')).toContain(
      'Not saved',
    );
    expect(keptWords(null, {}, 'phone')).toBe('');
    expect(keptWords({ kind: 'offline', since: 0, edits: 2 }, given, 'tab')).toBe(
      'Kept in this tab only, not sent yet',
    );
  });
});
