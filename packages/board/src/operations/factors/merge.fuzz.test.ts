import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile, createBoard } from '../../create.ts';
import { toBoardFile } from '../../file/to-file.ts';
import { renewBoard } from '../../generation.ts';
import { originalsOf } from '../../projections/originals.ts';
import { readSnapshot, type BoardSnapshot } from '../../snapshot.ts';
import { aroundServer, randomFrom } from '../../testing/replicas.ts';
import { openUndo } from '../../undo.ts';
import { addFactors } from './factor.ts';
import { numberNewFactors } from './number.ts';
import { mergeFactors, rewordFactor, splitFactor } from './merge.ts';

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);

function started(): Uint8Array {
  const made = createBoard({ title: 'Merge', units: [{ name: 'Teaching' }, { name: 'Finance' }] });
  if (!made.ok) throw new Error(made.error.code);
  const [one, two] = readSnapshot(made.value).units;
  for (const [index, unit] of [one, two, null, one].entries()) {
    const texts = [`said ${index} first`, `said ${index} second`];
    addFactors(made.value, { texts }, { unit: unit?.id ?? null });
  }
  numberNewFactors(made.value);
  return Y.encodeStateAsUpdate(made.value);
}

/** Every wording with its units that can be reached from the board: shown as a factor, or among what it was merged of. */
function reachable(board: BoardSnapshot): readonly string[] {
  const wordings = board.factors.flatMap((factor) => [
    [factor.wording ?? factor.text, units(factor.sources)].join(' / '),
    ...originalsOf(board, factor.id)
      .filter(({ of }) => of !== factor.id)
      .filter(({ words }) => /^said \d (first|second)$/.test(words))
      .map(({ words, units: by }) => [words, [...by].sort().join()].join(' / ')),
  ]);
  return wordings.sort();
}

function units(sources: BoardSnapshot['factors'][number]['sources']): string {
  const named = Object.values(sources).flatMap(({ unit, of }) =>
    unit === null || of !== null ? [] : [unit],
  );
  return named.sort().join();
}

describe('merging, splitting, rewording and undo by three people at once', () => {
  it.each(SEEDS)('[MERGE7] no original words and no unit is ever lost or doubled, seed %i', (seed) => {
    const random = randomFrom(seed);
    const { docs, deliverOne, deliverAll } = aroundServer(3, random, started());
    const undos = docs.map(openUndo);
    const [first] = docs;
    if (first === undefined) throw new Error('no replica');
    const all = reachable(readSnapshot(first));
    expect(new Set(all).size).toBe(8);
    for (let step = 0; step < 80; step += 1) {
      const at = random.below(docs.length);
      const [doc, undo] = [docs[at], undos[at]];
      if (doc === undefined || undo === undefined) throw new Error('no such replica');
      const board = readSnapshot(doc);
      const [one, two] = [random.pick(board.factors)?.id ?? '', random.pick(board.factors)?.id ?? ''];
      const part = random.pick(board.merged)?.id ?? '';
      const dice = random.next();
      if (dice < 0.4) undo.step(() => mergeFactors(doc, one, [two]));
      else if (dice < 0.6) undo.step(() => splitOff(doc, part));
      else if (dice < 0.7) undo.step(() => rewordFactor(doc, one, `reworded ${step}`));
      else if (dice < 0.9) undo.undo();
      else undo.redo();
      for (let delivery = random.below(4); delivery > 0; delivery -= 1) deliverOne();
      // Also half way: on every screen, at every moment.
      expect(reachable(readSnapshot(doc))).toEqual(all);
    }
    deliverAll();
    for (const doc of docs) expect(readSnapshot(doc)).toEqual(readSnapshot(first));
    expect(reachable(readSnapshot(first))).toEqual(all);
    const file = toBoardFile(readSnapshot(first));
    expect(reachable(readSnapshot(boardFromFile(file)))).toEqual(all);
    expect(toBoardFile(readSnapshot(boardFromFile(file)))).toEqual(file);
    expect(reachable(readSnapshot(renewBoard(first)))).toEqual(all);
    while (readSnapshot(first).merged.length > 0) splitOff(first, readSnapshot(first).merged[0]?.id ?? '');
    expect(readSnapshot(first).factors).toHaveLength(8);
  });
});

function splitOff(doc: Y.Doc, part: string): void {
  const board = readSnapshot(doc);
  const survivor = board.factors.find(({ sources }) => Object.values(sources).some(({ of }) => of === part));
  if (survivor !== undefined) expect(splitFactor(doc, survivor.id, part).ok).toBe(true);
}
