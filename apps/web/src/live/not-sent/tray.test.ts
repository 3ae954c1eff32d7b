import { addFactors, readSnapshot } from '@coherence/board';
import { expect, test, vi } from 'vitest';
import { Doc } from 'yjs';
import { memoryStore } from './memory-store.ts';
import type { Candidate } from './not-sent.ts';
import { openTray } from './tray.ts';

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
const texts = (tray: ReturnType<typeof openTray>) => tray.getSnapshot().map(({ text }) => text);

test('words are in the store before anything else happens, and over a reload', () => {
  const store = memoryStore();
  openTray('b', store).keep([candidate('a')], 'copy');
  const reloaded = openTray('b', store);
  expect(reloaded.copiesToEmpty()).toEqual(['copy']);
  expect(reloaded.getSnapshot()).toEqual([]);
  reloaded.emptied('copy');
  reloaded.settle(empty);
  expect(texts(openTray('b', store))).toEqual(['a']);
});

test('settling lets go of what the board has, items of an earlier day included', () => {
  const store = memoryStore();
  const tray = openTray('b', store);
  tray.keep([candidate('a')], null);
  tray.settleWithoutBoard();
  expect(texts(tray)).toEqual(['a']);
  const doc = new Doc();
  const added = addFactors(doc, { texts: ['here'] }, { unit: null });
  const id = (added.ok ? added.value[0] : undefined) ?? '';
  tray.keep([candidate(id, 'here')], null);
  tray.settle(readSnapshot(doc));
  expect(texts(tray)).toEqual(['a']);
});

test('an empty tray leaves nothing behind', () => {
  const store = memoryStore();
  const tray = openTray('b', store);
  tray.keep([candidate('a')], null);
  tray.settle(empty);
  for (const item of tray.getSnapshot()) tray.discard(item);
  expect(store.values.size).toBe(0);
});

test('two tabs do not lose each other’s words', () => {
  const store = memoryStore();
  const [first, second] = [openTray('b', store), openTray('b', store)];
  first.keep([candidate('a')], null);
  second.keep([candidate('b')], null);
  first.settle(empty);
  expect(texts(first)).toEqual(['a', 'b']);
});

test.each([
  ['a full store', true],
  ['no store', false],
] as const)('%s keeps the words in the page', (_name, isThere) => {
  const store = memoryStore();
  store.full = true;
  const tray = openTray('b', isThere ? store : null);
  const told = vi.fn<() => void>();
  tray.subscribe(told);
  tray.keep([candidate('a')], null);
  tray.settle(empty);
  expect(texts(tray)).toEqual(['a']);
  expect(told).toHaveBeenCalled();
});
