import { addFactors, readSnapshot } from '@coherence/board';
import { expect, test, vi } from 'vitest';
import { Doc } from 'yjs';
import { memoryStore } from './memory-store.ts';
import type { Candidate } from './rejected.ts';
import { openRejectedItems } from './rejected-items.ts';

const candidate = (id: string, text = id): Candidate => ({
  root: 'factors',
  id,
  text,
  base: null,
  kind: 'factor',
  cell: null,
  pos: null,
  why: 'schema',
});
const empty = readSnapshot(new Doc());
const texts = (rejected: ReturnType<typeof openRejectedItems>) =>
  rejected.getSnapshot().map(({ text }) => text);

test('words are in the store before anything else happens, and over a reload', () => {
  const store = memoryStore();
  openRejectedItems('b', store).add([candidate('a')], 'copy');
  const reloaded = openRejectedItems('b', store);
  expect(reloaded.copiesToEmpty()).toEqual(['copy']);
  expect(reloaded.getSnapshot()).toEqual([]);
  reloaded.emptied('copy');
  reloaded.settle(empty);
  expect(texts(openRejectedItems('b', store))).toEqual(['a']);
});

test('settling lets go of what the board has, items of an earlier day included', () => {
  const store = memoryStore();
  const rejected = openRejectedItems('b', store);
  rejected.add([candidate('a')], null);
  rejected.settleWithoutBoard();
  expect(texts(rejected)).toEqual(['a']);
  const doc = new Doc();
  const added = addFactors(doc, { texts: ['here'] }, { unit: null });
  const id = (added.ok ? added.value[0] : undefined) ?? '';
  rejected.add([candidate(id, 'here')], null);
  rejected.settle(readSnapshot(doc));
  expect(texts(rejected)).toEqual(['a']);
});

test('an empty list leaves nothing behind', () => {
  const store = memoryStore();
  const rejected = openRejectedItems('b', store);
  rejected.add([candidate('a')], null);
  rejected.settle(empty);
  for (const item of rejected.getSnapshot()) rejected.discard(item);
  expect(store.values.size).toBe(0);
});

test('two tabs do not lose each other’s words', () => {
  const store = memoryStore();
  const [first, second] = [openRejectedItems('b', store), openRejectedItems('b', store)];
  first.add([candidate('a')], null);
  second.add([candidate('b')], null);
  first.settle(empty);
  expect(texts(first)).toEqual(['a', 'b']);
});

test.each([
  ['a full store', true],
  ['no store', false],
] as const)('%s keeps the words in the page', (_name, isThere) => {
  const store = memoryStore();
  store.full = true;
  const rejected = openRejectedItems('b', isThere ? store : null);
  const told = vi.fn<() => void>();
  rejected.subscribe(told);
  rejected.add([candidate('a')], null);
  rejected.settle(empty);
  expect(texts(rejected)).toEqual(['a']);
  expect(told).toHaveBeenCalled();
});
