import { expect, test } from 'vitest';
import { savingDelay, SAVING_DELAY_MS } from './notes/use-private-notes.ts';
import { countWords, isLong, WORDS_MAX } from './notes/note-length.ts';
import { promiseKey } from './promise.ts';
import { openWordsAtHand } from './notes/words-at-hand.ts';

test('words are counted as a person counts them', () => {
  expect(countWords('  Plans\n do not  fit ')).toBe(4);
  expect(countWords(' ')).toBe(0);
  expect(isLong('word '.repeat(WORDS_MAX))).toBe(false);
  expect(isLong('word '.repeat(WORDS_MAX + 1))).toBe(true);
});

test('a person hears of waiting words when it takes longer than sending does', () => {
  expect(savingDelay({ kind: 'saved' }, 0)).toEqual({ isDelayed: false, changesAt: null });
  const saving = { kind: 'saving', since: 100, edits: 1 } as const;
  expect(savingDelay(saving, 100)).toEqual({ isDelayed: false, changesAt: 100 + SAVING_DELAY_MS });
  expect(savingDelay(saving, 100 + SAVING_DELAY_MS)).toEqual({ isDelayed: true, changesAt: null });
  expect(savingDelay({ kind: 'offline', since: 100, edits: 1 }, 100).isDelayed).toBe(true);
  expect(savingDelay({ kind: 'not-saved', why: 'cannot-store', edits: 1 }, 0).isDelayed).toBe(true);
});

test('the promise says exactly what the phase shows of this person', () => {
  const writer = { unit: 'Finance', name: 'Dana', isAlone: false } as const;
  expect(promiseKey({ ...writer, identity: 'unit' })).toBe('write.promiseUnit');
  expect(promiseKey({ ...writer, identity: 'unit', isAlone: true })).toBe('write.promiseAlone');
  expect(promiseKey({ ...writer, identity: 'named' })).toBe('write.promiseNamed');
  expect(promiseKey({ ...writer, identity: 'named', name: null })).toBe('write.promiseUnit');
  expect(promiseKey({ ...writer, identity: 'named', unit: null })).toBe('write.promiseName');
  expect(promiseKey({ ...writer, identity: 'unit', unit: null })).toBe('write.promiseNothing');
  expect(promiseKey({ ...writer, identity: 'anonymous', isAlone: true })).toBe('write.promiseAnonymous');
});

test('a sentence that was begun is there after a reload, in its own place only', () => {
  const values = new Map<string, string>();
  const store = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
  const first = { text: '', row: null, column: null } as const;
  openWordsAtHand('b/p1', first, store).set({ ...first, text: 'Three separate', row: 'interfering' });
  expect(openWordsAtHand('b/p1', first, store).getSnapshot()).toEqual({
    text: 'Three separate',
    row: 'interfering',
    column: null,
  });
  expect(openWordsAtHand('b/p2', first, store).getSnapshot()).toEqual(first);
  values.set('coherence.at-hand.b/p3', '{"text":7}');
  expect(openWordsAtHand('b/p3', first, store).getSnapshot()).toEqual(first);
  const refusing = () => {
    throw new DOMException('QuotaExceededError');
  };
  const hand = openWordsAtHand('b', first, { getItem: refusing, setItem: refusing, removeItem: refusing });
  hand.set({ ...first, text: 'kept' });
  expect(hand.getSnapshot().text).toBe('kept');
});
