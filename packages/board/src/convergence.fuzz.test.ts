import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from './create.ts';
import { openSnapshots, readSnapshot } from './snapshot.ts';
import { actOnce } from './testing/person.ts';
import { randomFrom, fingerprint, network } from './testing/replicas.ts';
import { openUndo } from './undo.ts';

const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1);

function startedBoard(): Uint8Array {
  const made = createBoard({ title: 'Fuzz', units: [{ name: 'Teaching' }, { name: 'Finance' }] });
  if (!made.ok) throw new Error(made.error.code);
  return Y.encodeStateAsUpdate(made.value);
}

describe('convergence', () => {
  it.each(SEEDS)('[CONVERGE1] four replicas agree after delay and reordering, seed %i', (seed) => {
    const random = randomFrom(seed);
    const { docs, deliverOne, deliverAll } = network(4, random, startedBoard());
    const undos = docs.map(openUndo);
    const readers = docs.map(openSnapshots);
    let words = 0;
    for (let step = 0; step < 160; step += 1) {
      const at = random.below(docs.length);
      const [doc, undo] = [docs[at], undos[at]];
      if (doc === undefined || undo === undefined) throw new Error('no such replica');
      const dice = random.next();
      if (dice < 0.1) undo.undo();
      else if (dice < 0.15) undo.redo();
      else undo.step(() => actOnce(doc, random, () => `w${(words += 1)} `));
      for (let delivery = random.below(6); delivery > 0; delivery -= 1) deliverOne();
    }
    deliverAll();
    const [first] = docs;
    if (first === undefined) throw new Error('no replica');
    for (const [index, doc] of docs.entries()) {
      expect(fingerprint(doc)).toBe(fingerprint(first));
      expect(doc.store.pendingStructs).toBeNull();
      // [READ1] the incremental reader and a fresh one see the same board
      expect(readers[index]?.get()).toEqual(readSnapshot(doc));
      expect(readers[index]?.get()).toEqual(readSnapshot(first));
      expect(readSnapshot(doc).invalid).toBe(0);
    }
  });
});
