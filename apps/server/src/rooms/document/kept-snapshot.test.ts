import { addFactors, readSnapshot, removeFactors, setMeta } from '@coherence/board';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { keptSnapshot, snapshotBefore } from './kept-snapshot.ts';

it('[SHARE20] [READ1] a board read again and again is read once, then what changed of it', () => {
  const doc = new Y.Doc();
  const added = addFactors(doc, { texts: ['one', 'two'] }, { unit: null });
  expect(snapshotBefore(doc)).toBeNull();
  const first = keptSnapshot(doc);
  expect(keptSnapshot(doc)).toBe(first);
  expect(snapshotBefore(doc)).toBe(first);
  setMeta(doc, { title: 'Another title' });
  const second = keptSnapshot(doc);
  expect(second.meta.title).toBe('Another title');
  // Factors were not touched, and so not read.
  expect(second.factors).toBe(first.factors);
  removeFactors(doc, added.ok ? added.value.slice(0, 1) : []);
  expect(keptSnapshot(doc)).toEqual(readSnapshot(doc));
});
