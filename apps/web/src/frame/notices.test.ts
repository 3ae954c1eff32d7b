import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dismissNotice, notices, notify } from './notices.ts';

const words = () => notices.getSnapshot().map((notice) => notice.words);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const notice of notices.getSnapshot()) dismissNotice(notice.id);
  vi.useRealTimers();
});

test('what is told goes away by itself, a complaint waits to be closed', () => {
  notify('Copied');
  notify('It did not work', 'wrong');
  vi.runAllTimers();
  expect(words()).toEqual(['It did not work']);
});

test('the same words are not stacked, and the newest three are shown', () => {
  for (const word of ['a', 'b', 'b', 'c', 'd']) notify(word, 'wrong');
  expect(words()).toEqual(['b', 'c', 'd']);
});
