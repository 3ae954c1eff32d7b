import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fromSeeds } from './testing/changes.ts';
import { PIECE_BYTES, splitUpdate } from './split-update.ts';

const records = (doc: Y.Doc) => doc.getMap('factors');

function record(text: string): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['text', new Y.Text(text)],
    ['sources', new Y.Map([['u', { unit: 'u' }]])],
    ['kind', 'factor'],
  ]);
}

/** The one update of `change`, on top of what `doc` holds. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(change);
  return Y.encodeStateAsUpdate(doc, before);
}

describe('[PIECE1] a large update in pieces', () => {
  it('comes out the same, each piece small, readable and of whole records', () => {
    const [author, reader] = [new Y.Doc(), new Y.Doc()];
    const update = updateOf(author, () => {
      for (let index = 0; index < 3_000; index += 1)
        records(author).set(`r${index}`, record(`words ${index} `.repeat(5)));
    });
    const pieces = splitUpdate(update);
    expect(pieces.length).toBeGreaterThan(5);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(PIECE_BYTES);
      Y.applyUpdate(reader, piece);
      expect(reader.store.pendingStructs).toBeNull();
      const half = Object.values(records(reader).toJSON()).filter((one) => Object.keys(one).length !== 3);
      expect(half).toEqual([]);
    }
    expect(records(reader).toJSON()).toEqual(records(author).toJSON());
  });

  it('is cut inside of a record only where that alone is larger than a piece', () => {
    const [author, reader] = [new Y.Doc(), new Y.Doc()];
    const update = updateOf(author, () => {
      const stroke = new Y.Map<unknown>();
      for (let index = 0; index < 40; index += 1) stroke.set(`s${index}`, 'x'.repeat(5_000));
      records(author).set('stroke', stroke);
    });
    const pieces = splitUpdate(update);
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces) Y.applyUpdate(reader, piece);
    expect(records(reader).toJSON()).toEqual(records(author).toJSON());
  });

  it('brings deletions last, in pieces as well', () => {
    const [author, reader] = [new Y.Doc(), new Y.Doc()];
    const text = author.getText('text');
    text.insert(0, 'ab'.repeat(20_000));
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(author));
    const before = Y.encodeStateVector(author);
    author.transact(() => {
      for (let index = 20_000; index > 0; index -= 1) text.delete(index * 2 - 1, 1);
    });
    const update = Y.diffUpdate(Y.encodeStateAsUpdate(author), before);
    const pieces = splitUpdate(update);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(PIECE_BYTES);
    for (const piece of pieces) Y.applyUpdate(reader, piece);
    expect([pieces.length > 1, reader.getText('text').toString()]).toEqual([true, text.toString()]);
  });

  it('is left whole where it is small, of several writers, or no update at all', () => {
    const small = updateOf(new Y.Doc(), () => {});
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    for (const doc of [one, two]) records(doc).set(String(doc.clientID), 'x'.repeat(PIECE_BYTES));
    const both = Y.mergeUpdates([Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(two)]);
    const junk = new Uint8Array(PIECE_BYTES * 2).fill(255);
    for (const update of [small, both, junk]) expect(splitUpdate(update)).toEqual([update]);
  });

  it('says the same after any changes, whatever the size of a piece', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 80, max: 900 }),
        (seeds, maxBytes) => {
          const author = new Y.Doc();
          fromSeeds(author, seeds.slice(0, 20));
          const reader = new Y.Doc();
          Y.applyUpdate(reader, Y.encodeStateAsUpdate(author));
          const sent: Uint8Array[] = [];
          author.on('update', (update: Uint8Array) => sent.push(update));
          author.transact(() => fromSeeds(author, seeds.slice(20)));
          for (const update of sent) {
            for (const piece of splitUpdate(update, maxBytes)) {
              Y.applyUpdate(reader, piece);
              expect([reader.store.pendingStructs, reader.store.pendingDs]).toEqual([null, null]);
            }
          }
          expect(records(reader).toJSON()).toEqual(records(author).toJSON());
          expect(Y.equalSnapshots(Y.snapshot(reader), Y.snapshot(author))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
