import { addDraft, addFactors, readDrafts, readSnapshot, removeFactors } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manyAtOnePlace, placeOf } from '../../test/attacks/poison.ts';
import { hydrateUpdate } from '../rooms/document/renewal.ts';
import { unpackFile } from '../files/version-file.ts';
import { QUICK_MS } from './opening-limits.ts';
import { tryOpening } from './trial.ts';

/** A stopwatch by which opening takes `ms`. */
function taking(ms: number): () => number {
  const times = [0, ms];
  return () => times.shift() ?? ms;
}

const jobOf = (rows: readonly Uint8Array[], isBoard = true) => ({
  stored: { snapshot: null, rows, writers: [{ client: 77, participant: 'gone' }], version: 0 },
  isBoard,
});

/** A board that takes long to open, with a factor that was taken out and one that is too long to be shown. */
function poisoned() {
  const place = placeOf('What stands in the way');
  addFactors(place.doc, { texts: ['Said and taken out', 'Said and kept'] }, { unit: null });
  const factors = readSnapshot(place.doc).factors;
  removeFactors(place.doc, [factors.find(({ text }) => text === 'Said and taken out')?.id ?? '']);
  place.doc.getMap('meta').set('title', 'gone');
  place.doc.getMap('meta').delete('title');
  const rows = [Y.encodeStateAsUpdate(place.doc)];
  for (const client of [5, 9_000]) rows.push(manyAtOnePlace(place, client, 200));
  return rows;
}

describe('[LOAD1] trying to open a document', () => {
  it('leaves one alone that opens in a second of its thread', async () => {
    expect(await tryOpening(jobOf(poisoned()), taking(QUICK_MS))).toEqual({ kind: 'quick', ms: QUICK_MS });
  });

  it('heals one that takes longer: every word, one writer, and every earlier writer retired', async () => {
    const rows = poisoned();
    const tried = await tryOpening(jobOf(rows), taking(QUICK_MS + 1));
    if (tried.kind !== 'healed') throw new Error(tried.kind);
    const old = new Y.Doc();
    for (const row of rows) Y.applyUpdate(old, row);
    const fresh = hydrateUpdate(tried.renewal.update);
    const said = readSnapshot(fresh);
    expect(said.factors).toEqual(readSnapshot(old).factors);
    expect(said.factors.map(({ text }) => text.length)).toContain('What stands in the way'.length + 400);
    expect(JSON.stringify(fresh.getMap('factors'))).toContain('Said and taken out');
    expect(fresh.store.clients.size).toBe(1);
    expect(new Set(tried.renewal.retired)).toEqual(new Set([...old.store.clients.keys(), 77]));
    expect((await unpackFile(tried.file ?? new Uint8Array()))?.factors.length).toBe(said.factors.length);
  });

  it('heals a private document, of which no version is kept', async () => {
    const privateDoc = new Y.Doc();
    addDraft(privateDoc, { text: 'Nobody reads the plan' });
    const tried = await tryOpening(jobOf([Y.encodeStateAsUpdate(privateDoc)], false), taking(QUICK_MS + 1));
    if (tried.kind !== 'healed') throw new Error(tried.kind);
    expect(tried.file).toBeNull();
    expect(readDrafts(hydrateUpdate(tried.renewal.update))).toEqual(readDrafts(privateDoc));
  });

  it('rejects where the bytes are no document', async () => {
    await expect(tryOpening(jobOf([Uint8Array.of(9, 9, 9)]))).rejects.toThrow('end of array');
  });
});
