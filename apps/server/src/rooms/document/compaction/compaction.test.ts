import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compact } from './compaction.ts';
import { compactStored, ThreadFolder } from './compactor.ts';

function rows(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  for (let index = 0; index < count; index += 1) doc.getMap('factors').set(`k${index % 5}`, index);
  return made;
}
const stored = (updates: Uint8Array[]) => ({
  snapshot: null,
  snapshotSeq: 0,
  rows: updates,
  seq: updates.length,
  writers: [],
  untried: 0,
  version: 0,
});

describe('compaction', () => {
  it('keeps the document and forgets its history', () => {
    const updates = rows(200);
    const snapshot = compact(stored(updates));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, snapshot);
    expect(doc.getMap('factors').toJSON()).toEqual({ k0: 195, k1: 196, k2: 197, k3: 198, k4: 199 });
    expect(snapshot.length).toBeLessThan(updates.reduce((sum, one) => sum + one.length, 0) / 3);
  });

  it('refuses a log with a hole instead of hiding it', () => {
    const updates = rows(10);
    expect(() => compact(stored([...updates.slice(0, 4), ...updates.slice(5)]))).toThrow('lacks parts');
  });

  it('runs in a thread, one after another, and answers failures as values', async () => {
    const folder = new ThreadFolder();
    const answers = await Promise.all([
      folder.fold(stored(rows(20))),
      folder.fold(stored([Uint8Array.of(9, 9)])),
      folder.fold(stored(rows(20))),
    ]);
    expect(answers.map((one) => one.ok)).toEqual([true, false, true]);
    await folder.close();
  });

  it('survives a store that was closed meanwhile', async () => {
    const closed = async () => {
      throw new Error('the storage thread has ended');
    };
    const folder = new ThreadFolder();
    const key = { board: 'b1', generation: 1, owner: '' };
    const answer = await compactStored(key, { load: closed, saveSnapshot: closed }, folder);
    expect(answer).toEqual({ ok: false, reason: 'the storage thread has ended' });
  });
});
