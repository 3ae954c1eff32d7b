import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mergeIntoBoard } from '../../file/from-file.ts';
import { addFactors } from '../../operations/factors/factor.ts';
import { PASTE_MAX, TEXT_MAX } from '../../schema/limits.ts';
import { randomFrom } from '../../testing/replicas.ts';
import { openUndo, type Undo } from '../../undo.ts';
import { aBoard, aFile, deliver, twoPeople, type } from './testing/honest-work.ts';

const LOW_THEN_HIGH = [7, 4_000_000_000] as const;

/** Work by both, each offline, then undone and redone by both: everything must be taken. Answers the most steps. */
function bothWork(
  { server, people }: { server: Y.Doc; people: readonly Y.Doc[] },
  work: (doc: Y.Doc) => void,
): number {
  const undos: Undo[] = people.map(openUndo);
  let most = 0;
  const meet = (): void => {
    for (const doc of people) most = Math.max(most, deliver(doc, server));
    for (const doc of people) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)));
  };
  for (const [index, doc] of people.entries()) undos[index]?.step(() => work(doc));
  meet();
  for (const undo of undos) undo.undo();
  meet();
  for (const undo of undos) undo.redo();
  meet();
  return most;
}

describe('honest work at its largest is taken whole', () => {
  it('[STEPS1] 2,000 edits offline beside those of another, in one text, undone and redone', () => {
    const random = randomFrom(1);
    const two = twoPeople('How do our units support schools?', LOW_THEN_HIGH);
    const most = bothWork(two, (doc) => type(doc, two.id, 2_000, (_, length) => random.below(length)));
    expect(most).toBeGreaterThan(100);
  });

  it('[STEPS1] 100 sentences each, always put before all others, undone and redone', () => {
    const two = twoPeople('How do our units support schools?', LOW_THEN_HIGH);
    const most = bothWork(two, (doc) => type(doc, two.id, 4_000, (stroke) => stroke % 40));
    expect(most).toBeGreaterThanOrEqual(100 * 100);
  });

  it('[STEPS1] two pastes of the longest list, of the longest texts', () => {
    const two = twoPeople('First', LOW_THEN_HIGH);
    const texts = Array.from({ length: PASTE_MAX }, (_, at) => `${at} `.padEnd(TEXT_MAX, 'long words '));
    bothWork(two, (doc) => addFactors(doc, { texts }, { unit: null }));
  });

  it('[STEPS1] a file of 1,000 factors added twice at once', () => {
    const file = aFile(1_000);
    const two = twoPeople('First', LOW_THEN_HIGH);
    bothWork(two, (doc) => mergeIntoBoard(doc, file, 1));
  });

  it('[STEPS1] twelve people who type at one place at once', () => {
    const { server, id } = twoPeople('Unclear roles', LOW_THEN_HIGH);
    const people = Array.from({ length: 12 }, (_, at) => {
      const doc = new Y.Doc();
      doc.clientID = 100 + at;
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
      return doc;
    });
    let most = 0;
    for (let round = 0; round < 60; round += 1) {
      for (const doc of people) type(doc, id, 1, () => 7);
      for (const doc of people) most = Math.max(most, deliver(doc, server));
      if (round % 5 > 0) continue;
      for (const doc of people) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)));
    }
    expect(most).toBeLessThan(2_000);
  });

  it('[STEPS1] a new person’s first copy of a board is nothing to merge', () => {
    const server = aBoard();
    addFactors(server, { texts: ['a', 'b'] }, { unit: null });
    expect(deliver(server, new Y.Doc())).toBe(0);
  });
});
