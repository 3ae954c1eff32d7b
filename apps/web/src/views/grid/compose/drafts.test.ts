import { expect, test } from 'vitest';
import { openDrafts } from './drafts.ts';
import type { Place } from '../../../factors/place.ts';

const roles: Place = { row: 'interfering', column: 'roles' };

function memoryStore() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('a draft is there after a reload, for its own board and cell only', () => {
  const store = memoryStore();
  openDrafts('board-1', store)(roles).set('Three separate templates');
  const after = openDrafts('board-1', store);
  expect(after(roles).getSnapshot()).toBe('Three separate templates');
  expect(after(null).getSnapshot()).toBe('');
  expect(openDrafts('board-2', store)(roles).getSnapshot()).toBe('');
});

test('a committed draft leaves nothing behind', () => {
  const store = memoryStore();
  const drafts = openDrafts('board-1', store);
  drafts(roles).set('words');
  drafts(roles).set('');
  expect(store.kept.size).toBe(0);
});

test('a store that refuses still keeps the words while the page is open', () => {
  const refusing = () => {
    throw new DOMException('QuotaExceededError');
  };
  const drafts = openDrafts('b', { getItem: refusing, setItem: refusing, removeItem: refusing });
  drafts(null).set('kept');
  expect(drafts(null).getSnapshot()).toBe('kept');
});

test('a view that shows a draft hears of a change until it stops listening', () => {
  const drafts = openDrafts('b', memoryStore());
  let heard = 0;
  const stop = drafts(null).subscribe(() => {
    heard += 1;
  });
  drafts(null).set('a');
  stop();
  drafts(null).set('ab');
  expect(heard).toBe(1);
});
