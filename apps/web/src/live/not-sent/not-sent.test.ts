import { addFactors, addNote, moveFactors, readSnapshot, removeFactors, writeText } from '@coherence/board';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { allNotSent, candidatesOf, notSent, stillNotSent, whyRefused } from './not-sent.ts';
import { watchUnsentWords } from './unsent-words.ts';

const actor = { unit: null };

/** A server's board with one factor, and this device's copy of it with everything written since watched. */
function stage() {
  const server = new Doc();
  const added = addFactors(server, { texts: ['Old words'] }, actor);
  const id = (added.ok ? added.value[0] : undefined) ?? '';
  const local = new Doc();
  applyUpdate(local, encodeStateAsUpdate(server));
  const unsent = watchUnsentWords(local, 'b/1/p', null);
  const candidates = (why: 'schema' | 'renewed') => candidatesOf(unsent.records(), readSnapshot(local), why);
  return { server, local, id, candidates };
}

test('a refused new factor comes with its place', () => {
  const { server, local, candidates } = stage();
  addFactors(local, { texts: ['Silos'], cell: { row: 'interfering', column: 'purposes' } }, actor);
  expect(notSent(candidates('schema'), readSnapshot(server))).toMatchObject([
    { root: 'factors', text: 'Silos', before: null, cell: ['interfering', 'purposes'], why: 'schema' },
  ]);
});

test('a refused change comes with what the board says', () => {
  const { server, local, id, candidates } = stage();
  writeText(local, 'factors', id, 'New words');
  expect(notSent(candidates('schema'), readSnapshot(server))).toMatchObject([
    { id, text: 'New words', before: 'Old words' },
  ]);
});

test('what the server has after all is not in the tray, nor is what was moved, emptied or taken off', () => {
  const { server, local, id, candidates } = stage();
  moveFactors(local, { ids: [id], row: 'interfering', column: null });
  const added = addFactors(local, { texts: ['Taken', 'Withdrawn', '  '] }, actor);
  removeFactors(local, added.ok ? added.value.slice(1, 2) : []);
  addNote(local, { kind: 'parked', text: 'Later', at: 1 });
  const kept = candidates('schema');
  expect(kept.map(({ text }) => text).sort()).toEqual(['Later', 'Taken']);
  applyUpdate(server, encodeStateAsUpdate(local));
  expect(notSent(kept, readSnapshot(server))).toEqual([]);
});

test("others' later words are not taken for one's own", () => {
  const { server, candidates, id } = stage();
  writeText(server, 'factors', id, 'Changed by Dana');
  expect(notSent(candidates('schema'), readSnapshot(server))).toEqual([]);
});

test('after a renewal redacted words do not return: only what this person added does', () => {
  const { local, id, candidates } = stage();
  writeText(local, 'factors', id, 'Old words, and mine');
  const renewed = new Doc();
  applyUpdate(renewed, encodeStateAsUpdate(stage().server));
  expect(notSent(candidates('renewed'), readSnapshot(renewed))).toMatchObject([
    { text: ', and mine', before: null },
  ]);
});

test('after a renewal that left the record as it was, the whole change is given back', () => {
  const { server, local, id, candidates } = stage();
  writeText(local, 'factors', id, 'Old words, and mine');
  expect(notSent(candidates('renewed'), readSnapshot(server))).toMatchObject([
    { text: 'Old words, and mine', before: 'Old words' },
  ]);
});

test('after a renewal, only having deleted words gives nothing back', () => {
  const { local, id, candidates } = stage();
  writeText(local, 'factors', id, 'Old');
  expect(notSent(candidates('renewed'), readSnapshot(new Doc()))).toEqual([]);
});

test('without a board all is kept; what is on the board by now is let go', () => {
  const { server, local, id, candidates } = stage();
  writeText(local, 'factors', id, 'New words');
  const items = allNotSent(candidates('schema'));
  expect(items).toMatchObject([{ text: 'New words', before: 'Old words' }]);
  expect(stillNotSent(items, readSnapshot(server))).toEqual(items);
  writeText(server, 'factors', id, 'New words');
  expect(stillNotSent(items, readSnapshot(server))).toEqual([]);
});

test('only a refusal that concerns words is one', () => {
  expect(whyRefused({ by: 'edit', n: 1, code: 'size', reason: '' })).toBe('size');
  expect(whyRefused({ by: 'connection', code: 4409, reason: 'new-generation' })).toBe('renewed');
  expect(whyRefused({ by: 'connection', code: 4403, reason: 'not-allowed' })).toBe('removed');
  expect(whyRefused({ by: 'connection', code: 4404, reason: 'no-such-board' })).toBeNull();
});
