import { expect, test } from 'vitest';
import { createBoard } from '../create.ts';
import { moveFactors, addFactors } from '../operations/factors/factor.ts';
import { setMeta } from '../operations/board.ts';
import { addDraft, writeDraft } from '../private/draft.ts';
import { textOf, writeText } from './text.ts';
import { touchedIn, type Touched } from './touched.ts';
import * as Y from 'yjs';

function boardWithFactor() {
  const made = createBoard({ title: 'Old' });
  if (!made.ok) throw new Error('no board');
  const added = addFactors(made.value, { texts: ['Silos'] }, { unit: null });
  return { doc: made.value, id: added.ok ? (added.value[0] ?? '') : '' };
}

/** What `act` changes, without what has nothing but `in` to tell. */
function touchedBy(doc: Y.Doc, act: () => void) {
  const told: (Pick<Touched, 'root' | 'id' | 'key' | 'changed'> & { before: string | null })[] = [];
  const listen = (transaction: Y.Transaction) => {
    for (const { root, id, key, changed, textBefore, valueBefore } of touchedIn(doc, transaction)) {
      const [field = ''] = changed;
      told.push({ root, id, key, changed, before: key === 'text' ? textBefore() : valueBefore(field) });
    }
  };
  doc.on('afterTransaction', listen);
  act();
  doc.off('afterTransaction', listen);
  return told.filter(({ changed }) => changed.join() !== 'in');
}

test('words that were edited stand in the text of their record, and what they said before is known', () => {
  const { doc, id } = boardWithFactor();
  const told = touchedBy(doc, () => void writeText(doc, 'factors', id, 'No silos'));
  expect(told).toEqual([{ root: 'factors', id, key: 'text', changed: [], before: 'Silos' }]);
  expect(textOf(doc, 'factors', id)?.toString()).toBe('No silos');
});

test('a field is changed in its record, a new record in its root, the title in the one record that meta is', () => {
  const { doc, id } = boardWithFactor();
  const moved = touchedBy(doc, () => void moveFactors(doc, { ids: [id], row: 'interfering', column: null }));
  expect(moved).toEqual([{ root: 'factors', id, key: null, changed: ['cell'], before: null }]);
  const titled = touchedBy(doc, () => void setMeta(doc, { title: 'New' }));
  expect(titled).toEqual([{ root: 'meta', id: 'meta', key: null, changed: ['title'], before: 'Old' }]);
  const born = touchedBy(doc, () => void addFactors(doc, { texts: ['Trust'] }, { unit: null }));
  expect(born[0]).toMatchObject({ root: 'factors', id: null, changed: [expect.any(String)] });
});

test('what is written alone is told, too', () => {
  const privateDoc = new Y.Doc();
  const added = addDraft(privateDoc, { text: 'Mine', at: 1 });
  const id = added.ok ? added.value : '';
  const told = touchedBy(privateDoc, () => void writeDraft(privateDoc, id, 'Mine too'));
  expect(told).toEqual([{ root: 'drafts', id, key: 'text', changed: [], before: 'Mine' }]);
});
