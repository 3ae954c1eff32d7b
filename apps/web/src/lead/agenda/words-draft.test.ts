import { expect, test } from 'vitest';
import { draftState } from './words-draft.ts';

test.each([
  [null, 'old', 'none'],
  [{ words: 'new', was: 'old' }, 'old', 'unsaved'],
  [{ words: 'new', was: 'old' }, 'new', 'saved'],
  [{ words: 'new', was: 'old' }, 'theirs', 'theirs'],
  [{ words: 'old', was: 'old' }, 'theirs', 'none'],
  [{ words: 'newer', was: 'new' }, 'new', 'unsaved'],
] as const)('a draft %o over “%s” is %s', (draft, standing, expected) => {
  expect(draftState(draft, standing)).toBe(expected);
});
