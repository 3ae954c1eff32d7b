import { expect, it } from 'vitest';
import { boardFromFile } from '../create.ts';
import { ENTRIES_MAX, LIST_MAX } from '../schema/limits.ts';
import { readSnapshot } from '../snapshot.ts';
import { readBoardFile, type BoardFileInput } from './board-file.ts';
import { mergeIntoBoard } from './from-file.ts';
import { overfullLists, roomFor } from './list-limits.ts';

const unitsOf = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${name}${at}`, name: `${name} ${at}` }));

function fileOf(lists: Omit<BoardFileInput, 'schema'>) {
  const read = readBoardFile({ schema: 'coherence-board/1', ...lists });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

it('[BOUND1] every list of a file has a limit, factors with those that were merged', () => {
  const some = (count: number) => Array.from({ length: count }, () => ({}));
  for (const [list, most] of Object.entries(LIST_MAX)) {
    expect(overfullLists({ [list]: some(most) }), list).toEqual([]);
    expect(overfullLists({ [list]: some(most + 1) }), list).toEqual([{ where: list, count: most + 1, most }]);
  }
  expect(overfullLists({ factors: some(10_000), merged: some(15_001) })).toEqual([
    { where: 'factors', count: 25_001, most: 25_000 },
  ]);
  const crowd = Object.fromEntries(some(ENTRIES_MAX + 1).map((_, at) => [`s${at}`, {}]));
  const rounds = [{ recorded: some(ENTRIES_MAX) }, { recorded: some(ENTRIES_MAX + 1) }];
  expect(overfullLists({ factors: [{ sources: crowd }], voteRounds: rounds })).toEqual([
    { where: 'factors[0].sources', count: ENTRIES_MAX + 1, most: ENTRIES_MAX },
    { where: 'voteRounds[1].recorded', count: ENTRIES_MAX + 1, most: ENTRIES_MAX },
  ]);
  expect(overfullLists({ drawings: [{ points: some(5000) }], units: 'none' })).toEqual([]);
});

it('[BOUND1] a file is added where the board has room for all of it, and says so before anything is added', () => {
  const doc = boardFromFile(fileOf({ units: unitsOf(LIST_MAX.units - 1, 'Unit') }));
  const two = fileOf({ units: unitsOf(2, 'New') });
  expect(roomFor(doc, two)).toEqual({
    ok: false,
    error: { code: 'list-full', values: { list: 'units', count: 301, max: 300, word: 'unit' } },
  });
  const known = fileOf({ units: [...unitsOf(200, 'Unit'), ...unitsOf(1, 'New')] });
  expect(roomFor(doc, known)).toEqual({ ok: true, value: undefined });
  mergeIntoBoard(doc, known, 0);
  expect(readSnapshot(doc).units).toHaveLength(LIST_MAX.units);
});

it('[BOUND1] a board from before there were limits is kept whole in its versions', () => {
  expect(fileOf({ units: unitsOf(20_000, 'Unit') }).units).toHaveLength(20_000);
});
