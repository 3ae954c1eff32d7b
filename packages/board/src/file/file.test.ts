import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { boardFromFile, createBoard } from '../create.ts';
import { gridOf } from '../projections/grid.ts';
import { readSnapshot } from '../snapshot.ts';
import { actOnce } from '../testing/person.ts';
import { chance } from '../testing/replicas.ts';
import { openUndo } from '../undo.ts';
import { boardFileSchema, type BoardFile } from './board-file.ts';
import { mergeIntoBoard } from './from-file.ts';
import { toBoardFile } from './to-file.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

function randomBoard(seed: number): Y.Doc {
  const made = createBoard({ title: `Board ${seed}`, units: [{ name: 'Teaching' }, { name: ' finance ' }] });
  if (!made.ok) throw new Error(made.error.message);
  const luck = chance(seed);
  let words = 0;
  for (let step = 0; step < 150; step += 1) actOnce(made.value, luck, () => `w${(words += 1)} `);
  return made.value;
}

const throughText = (file: BoardFile): BoardFile => boardFileSchema.parse(JSON.parse(JSON.stringify(file)));

describe('board file', () => {
  it.each(SEEDS)('[FILE1] file to board to file is the same file, seed %i', (seed) => {
    const file = toBoardFile(readSnapshot(boardFromFile(toBoardFile(readSnapshot(randomBoard(seed))))));
    const again = toBoardFile(readSnapshot(boardFromFile(throughText(file))));
    expect(again).toEqual(file);
    expect(file.factors.length).toBeGreaterThan(0);
  });

  it.each(SEEDS)(
    '[FILE2] merging adds everything, keeps what was there, and is one undo step, seed %i',
    (seed) => {
      const doc = randomBoard(seed);
      const undo = openUndo(doc);
      const before = readSnapshot(doc);
      const incoming = toBoardFile(readSnapshot(randomBoard(seed + 100)));
      const ids = undo.step(() => mergeIntoBoard(doc, incoming, 0));
      const after = readSnapshot(doc);
      expect(after.factors).toHaveLength(before.factors.length + incoming.factors.length);
      expect(after.influences).toHaveLength(before.influences.length + incoming.influences.length);
      expect(after.units).toHaveLength(2);
      expect(after.meta).toEqual(before.meta);
      expect(new Set(ids).size).toBe(incoming.factors.length);
      for (const factor of before.factors) expect(after.factors).toContainEqual(factor);
      expect(gridOf(after).count).toBeGreaterThan(gridOf(before).count);
      undo.undo();
      expect(readSnapshot(doc)).toEqual(before);
    },
  );
});
