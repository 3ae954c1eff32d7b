import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { NOBODY } from '../../storage/storage.ts';
import { decodeUpdate } from '@coherence/board';
import { Writers } from './writers.ts';

/** A board, and one edit by `author` that it has not seen. */
function edited(author = new Y.Doc()) {
  author.getMap('factors').set(`f${author.store.clients.size}`, 'x'.repeat(20));
  const decoded = decodeUpdate(Y.encodeStateAsUpdate(author));
  if (decoded === null) throw new Error('no update');
  return { author, decoded };
}

describe('[WRITER1] a client id', () => {
  it("is its first writer's, and told to the store once", () => {
    const doc = new Y.Doc();
    const writers = new Writers([]);
    const { author, decoded } = edited();
    expect(writers.mayWrite(doc, decoded, 'dana')).toBe(true);
    writers.claim(doc, decoded, 'dana');
    expect([writers.mayWrite(doc, decoded, 'dana'), writers.mayWrite(doc, decoded, 'omar')]).toEqual([
      true,
      false,
    ]);
    expect(writers.takeUnsaved()).toEqual([{ client: author.clientID, participant: 'dana' }]);
    expect(writers.takeUnsaved()).toEqual([]);
  });

  it('is kept for who shows it to others, before they write and when others show it too', () => {
    const doc = new Y.Doc();
    const writers = new Writers([]);
    const { author, decoded } = edited();
    writers.reserve(author.clientID, 'dana');
    writers.reserve(author.clientID, 'omar');
    expect([writers.mayWrite(doc, decoded, 'omar'), writers.mayWrite(doc, decoded, 'dana')]).toEqual([
      false,
      true,
    ]);
    expect(writers.takeUnsaved()).toEqual([]);
  });

  it("[GEN2] of an earlier generation is no person's", () => {
    const { author, decoded } = edited();
    const writers = new Writers([{ client: author.clientID, participant: NOBODY }]);
    writers.reserve(author.clientID, 'dana');
    expect(writers.mayWrite(new Y.Doc(), decoded, 'dana')).toBe(false);
  });

  it('says nothing about history that the board has', () => {
    const { author, decoded } = edited();
    const writers = new Writers([{ client: author.clientID, participant: 'dana' }]);
    expect(writers.mayWrite(author, decoded, 'omar')).toBe(true);
  });

  it("of the server is not a person's", () => {
    const { author, decoded } = edited();
    const doc = new Y.Doc();
    doc.clientID = author.clientID;
    expect(new Writers([]).mayWrite(doc, decoded, 'dana')).toBe(false);
  });
});
