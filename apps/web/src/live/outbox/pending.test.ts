import {
  addFactors,
  editInfluence,
  addInfluence,
  moveFactors,
  openUndo,
  removeInfluences,
  setFactorTraits,
  setFactorUnit,
  setMeta,
  writeText,
} from '@coherence/board';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { memoryStore } from './memory-store.ts';
import { watchPendingEdits, type WordStore } from './pending.ts';

const actor = { unit: null };
const watch = (doc: Doc, store: WordStore | null = null) => watchPendingEdits(doc, 'b/1/p', store);

function factor(doc: Doc, text: string): string {
  const added = addFactors(doc, { texts: [text] }, actor);
  if (!added.ok) throw new Error(added.error.code);
  return added.value[0] ?? '';
}

test('a new record has said nothing before', () => {
  const doc = new Doc();
  const pending = watch(doc);
  const id = factor(doc, 'Silos');
  writeText(doc, 'factors', id, 'Silos grow');
  expect(pending.records()).toEqual([{ root: 'factors', id, base: null }]);
});

test('a changed record keeps what it said before the first change, emoji and deletions included', () => {
  const doc = new Doc();
  const id = factor(doc, 'Old \u{1F600} words here');
  const pending = watch(doc);
  writeText(doc, 'factors', id, 'Old \u{1F600} here');
  writeText(doc, 'factors', id, 'New here');
  expect(pending.records()).toEqual([{ root: 'factors', id, base: 'Old \u{1F600} words here' }]);
});

test('a change that is no words is noted with its field; what others do is not', () => {
  const doc = new Doc();
  const other = new Doc();
  const pending = watch(doc);
  const id = factor(other, 'Theirs');
  applyUpdate(doc, encodeStateAsUpdate(other));
  expect(pending.records()).toEqual([]);
  moveFactors(doc, { ids: [id], row: 'interfering', column: null });
  expect(pending.records()).toEqual([{ root: 'factors', id, key: 'cell', base: null }]);
});

test('words beside the text keep what stood there; a removal, a source and the title are noted', () => {
  const doc = new Doc();
  const [from, to] = [factor(doc, 'A'), factor(doc, 'B')];
  const linked = addInfluence(doc, { from, to, note: 'Old note' }, actor);
  const id = linked.ok ? linked.value : '';
  setMeta(doc, { title: 'Old title' });
  const pending = watch(doc);
  editInfluence(doc, id, { note: 'New' });
  editInfluence(doc, id, { note: 'Newer' });
  removeInfluences(doc, [id]);
  setFactorTraits(doc, from, { mapName: 'Short' });
  setFactorUnit(doc, to, 'fp', true);
  setMeta(doc, { title: 'New title' });
  expect(pending.records()).toEqual([
    { root: 'influences', id, key: 'note', base: 'Old note' },
    { root: 'influences', id, key: 'in', base: null },
    { root: 'factors', id: from, key: 'mapName', base: null },
    { root: 'factors', id: to, key: 'sources', base: null },
    { root: 'meta', id: 'meta', key: 'title', base: 'Old title' },
  ]);
});

test('of a new record nothing is noted apart', () => {
  const doc = new Doc();
  const pending = watch(doc);
  const id = factor(doc, 'Silos');
  setFactorTraits(doc, id, { mapName: 'Short' });
  moveFactors(doc, { ids: [id], row: 'interfering', column: null });
  expect(pending.records()).toEqual([{ root: 'factors', id, base: null }]);
});

test('undo is an edit too', () => {
  const doc = new Doc();
  const undo = openUndo(doc);
  const id = factor(doc, 'One');
  undo.step(() => writeText(doc, 'factors', id, 'Two'));
  const pending = watch(doc);
  undo.undo();
  expect(pending.records()).toEqual([{ root: 'factors', id, base: 'Two' }]);
});

test('a reload remembers, and what is saved is forgotten in the store too', () => {
  const store = memoryStore();
  const before = new Doc();
  watch(before, store);
  const id = factor(before, 'Silos');
  const after = new Doc();
  applyUpdate(after, encodeStateAsUpdate(before));
  const pending = watch(after, store);
  expect(pending.records()).toEqual([{ root: 'factors', id, base: null }]);
  factor(after, 'More');
  pending.clear();
  expect(pending.records()).toEqual([]);
  expect(store.values.size).toBe(0);
});

test('what another tab has noted since is left to it', () => {
  const store = memoryStore();
  const first = new Doc();
  watch(first, store);
  factor(first, 'One');
  const pending = watch(new Doc(), store);
  factor(first, 'Two');
  pending.clear();
  expect(watch(new Doc(), store).records()).toHaveLength(2);
});

test('a full store and nonsense in it stop nobody from writing', () => {
  const store = memoryStore();
  store.setItem('coherence.unsent.b/1/p.7', '[{"root":"session","id":"x","base":null},{"root":"factors"},7]');
  store.full = true;
  const doc = new Doc();
  const pending = watch(doc, store);
  const id = factor(doc, 'Silos');
  expect(pending.records()).toEqual([{ root: 'factors', id, base: null }]);
});

test('after stop nothing more is noted', () => {
  const doc = new Doc();
  const pending = watch(doc);
  pending.stop();
  factor(doc, 'Silos');
  expect(pending.records()).toEqual([]);
});
