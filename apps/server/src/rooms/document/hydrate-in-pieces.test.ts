import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ManualClock } from '../../time/manual-clock.ts';
import { hydrate } from './document.ts';
import { hydrateInPieces, piecesOf, piecesOfStored, wakeLarge } from './hydrate-in-pieces.ts';

const fingerprint = (doc: Y.Doc) => Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('hex');

/** A few people who write, delete and get each other's work, as a snapshot of one of them. */
function written(seeds: readonly number[]): Uint8Array {
  const docs = [1, 2, 3].map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client * 1_000;
    return doc;
  });
  for (const seed of seeds) {
    const doc = docs[seed % 3] ?? new Y.Doc();
    const text = doc.getText('text');
    const records = doc.getMap<Y.Map<unknown>>('factors');
    const kind = (seed >> 4) % 6;
    if (kind < 2) text.insert(seed % (text.length + 1), `w${seed % 97}`);
    else if (kind === 2 && text.length > 2) text.delete(seed % (text.length - 1), 2);
    else if (kind === 3) records.set(`r${seed % 4}`, new Y.Map([['k', seed]]));
    else if (kind === 4) records.get(`r${seed % 4}`)?.set(`k${seed % 2}`, seed);
    else Y.applyUpdate(docs[(seed + 1) % 3] ?? doc, Y.encodeStateAsUpdate(doc));
  }
  const all = new Y.Doc();
  for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
  return Y.encodeStateAsUpdate(all);
}

describe('[LOAD5] a document built up in pieces', () => {
  it('is the same as at once, and each piece builds on those before it alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100_000), { maxLength: 120 }),
        fc.integer({ min: 1, max: 9 }),
        (seeds, at) => {
          const snapshot = written(seeds);
          const doc = new Y.Doc();
          for (const piece of piecesOf(snapshot, at)) {
            Y.applyUpdate(doc, piece);
            expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
          }
          const once = hydrate({ snapshot, rows: [] });
          expect(fingerprint(doc)).toBe(fingerprint(once));
          expect(doc.getText('text').toString()).toBe(once.getText('text').toString());
          expect(doc.getMap('factors').toJSON()).toEqual(once.getMap('factors').toJSON());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('lets others go on between the pieces, and takes small rows as they are', async () => {
    const source = new Y.Doc();
    const rows: Uint8Array[] = [];
    for (let index = 0; index < 12_000; index += 1) source.getMap('factors').set(`k${index}`, index);
    const snapshot = Y.encodeStateAsUpdate(source);
    source.on('update', (update: Uint8Array) => rows.push(update));
    source.getMap('factors').set('later', 1);
    let breaths = 0;
    const doc = await hydrateInPieces(piecesOfStored({ snapshot, rows }), async () => void (breaths += 1));
    expect([breaths, doc.getMap('factors').size]).toEqual([5, 12_001]);
  });

  it('is cut where it is one large row, as a board from a file is, also behind a snapshot', () => {
    const source = new Y.Doc();
    source.getMap('factors').set('first', 1);
    const snapshot = Y.encodeStateAsUpdate(source);
    const rows: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => rows.push(update));
    const add = () => {
      for (let index = 0; index < 12_000; index += 1) source.getMap('factors').set(`k${index}`, index);
      source.getMap('factors').delete('first');
    };
    source.transact(add);
    const pieces = [...piecesOfStored({ snapshot, rows })];
    expect([rows.length, pieces.length]).toEqual([1, 5]);
    const doc = new Y.Doc();
    for (const piece of pieces) Y.applyUpdate(doc, piece);
    expect(fingerprint(doc)).toBe(fingerprint(source));
  });

  it('happens for a large one alone, before its room is there; what is no document stays asleep', async () => {
    const clock = new ManualClock();
    const large = new Y.Doc();
    for (let index = 0; index < 60; index += 1) large.getMap('factors').set(`k${index}`, 'x'.repeat(10_000));
    const [doc] = await Promise.all([
      wakeLarge({ snapshot: Y.encodeStateAsUpdate(large), rows: [] }, clock),
      clock.advance(10),
    ]);
    expect(doc?.getMap('factors').size).toBe(60);
    expect(await wakeLarge({ snapshot: null, rows: [Uint8Array.of(0, 0)] }, clock)).toBeNull();
    expect(await wakeLarge({ snapshot: new Uint8Array(600_000).fill(255), rows: [] }, clock)).toBeNull();
  });
});
