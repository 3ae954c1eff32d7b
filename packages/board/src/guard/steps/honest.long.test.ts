import { describe, expect, it } from 'vitest';
import { mergeIntoBoard } from '../../file/from-file.ts';
import { randomFrom } from '../../testing/replicas.ts';
import { openUndo } from '../../undo.ts';
import { aFile, deliver, twoPeople, type } from './testing/honest-work.ts';

const STROKES = 20_000;

describe('20,000 edits are taken whole', () => {
  const places: Record<string, () => (stroke: number, length: number) => number> = {
    'one after the other': () => (stroke) => stroke,
    'anywhere in the text': () => {
      const random = randomFrom(1);
      return (_, length) => random.below(length);
    },
    'in sentences that are put before all others': () => (stroke) => stroke % 40,
  };

  it.each(Object.keys(places))(
    '[STEPS1] offline, beside those of another, %s',
    (name) => {
      for (const clients of [
        [7, 4_000_000_000],
        [4_000_000_000, 7],
      ] as const) {
        const { server, people, id } = twoPeople('How do our units support improving schools?', clients);
        for (const doc of people) doc.transact(() => type(doc, id, STROKES, places[name]?.() ?? (() => 0)));
        for (const doc of people) deliver(doc, server);
      }
    },
    120_000,
  );

  it('[STEPS1] a file of 20,000 factors, undone and redone', () => {
    const file = aFile(20_000);
    const { server, people } = twoPeople('First', [7, 4_000_000_000]);
    const [doc] = people;
    if (doc === undefined) throw new Error('nobody');
    const undo = openUndo(doc);
    undo.step(() => mergeIntoBoard(doc, file, 1));
    deliver(doc, server);
    for (const back of [undo.undo, undo.redo]) {
      expect(back()).toBe(true);
      deliver(doc, server);
    }
  }, 120_000);
});
