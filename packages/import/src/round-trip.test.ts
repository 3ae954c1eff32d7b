import {
  boardFileSchema,
  boardFromFile,
  COLUMNS,
  ranksFor,
  readSnapshot,
  ROWS,
  toBoardFile,
  type BoardFile,
} from '@coherence/board';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForeign } from './read-foreign.ts';
import { sampleFile, type SampleName } from './testing/samples.ts';

function reread(file: BoardFile): BoardFile {
  const read = readForeign(JSON.stringify(file));
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.format).toBe('coherence-board/1');
  expect(read.value.report.filter(({ to }) => to === null)).toEqual([]);
  return read.value.file;
}

const exported = (file: BoardFile): BoardFile => toBoardFile(readSnapshot(boardFromFile(file)));

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value);
const place = fc.tuple(
  fc.integer({ min: -5000, max: 5000 }),
  fc.integer(),
  fc.integer({ min: 40, max: 900 }),
);
const pos = place.map(([x, y, w]) => [x, y % 9000, w] as const);

/** A board file with two units and two groups, whatever people may have put into it. */
const boards = fc
  .record({
    factors: fc.array(
      fc.record({
        text,
        kind: fc.constantFrom('factor', 'outcome'),
        row: maybe(fc.constantFrom(...ROWS)),
        column: maybe(fc.constantFrom(...COLUMNS)),
        pos: maybe(pos),
        mapName: maybe(text),
        group: maybe(fc.constantFrom('g0', 'g1')),
        note: maybe(text),
        units: fc.subarray(['u0', 'u1']),
        words: maybe(text),
      }),
      { maxLength: 12 },
    ),
    strategies: fc.array(fc.record({ text, pos: maybe(pos), owner: maybe(text) }), { maxLength: 4 }),
    links: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        polarity: fc.constantFrom('+', '-', '?'),
        strength: fc.constantFrom(1, 2, 3),
        delay: fc.boolean(),
        unit: maybe(fc.constantFrom('u0', 'u1')),
      }),
      { maxLength: 12 },
    ),
    stroke: fc.array(fc.integer({ min: -900, max: 900 }), { maxLength: 1300 }),
    title: text,
    votes: fc.array(fc.nat(30), { maxLength: 12 }),
  })
  .map(({ factors, strategies, links, stroke, title, votes }) => {
    const ranks = ranksFor([], null, factors.length);
    const nodes = [...factors.map((_, index) => `f${index}`), ...strategies.map((_, index) => `s${index}`)];
    const nodeAt = (index: number): string => nodes[index % nodes.length] ?? '';
    return boardFileSchema.parse({
      schema: 'coherence-board/1',
      title,
      units: [
        { id: 'u0', name: 'Teaching' },
        { id: 'u1', name: 'Finance', short: 'Fin', tier: 'district' },
      ],
      groups: [
        { id: 'g0', text: 'People' },
        { id: 'g1', text: '' },
      ],
      factors: factors.map(({ row, column, units, words, ...factor }, index) => ({
        ...factor,
        id: `f${index}`,
        cell: row === null && column === null ? null : [row, column, ranks[index]],
        sources: {
          ...Object.fromEntries(units.map((unit) => [unit, { unit }])),
          ...(words === null ? {} : { merged: { unit: units[0] ?? null, words } }),
        },
      })),
      strategies: strategies.map((strategy, index) => ({ ...strategy, id: `s${index}` })),
      influences: (nodes.length === 0 ? [] : links).map(({ from, to, unit, ...link }, index) => ({
        ...link,
        id: `i${index}`,
        from: nodeAt(from),
        to: nodeAt(to),
        source: unit === null ? null : { kind: 'unit', id: unit },
      })),
      drawings: [{ id: 'd', kind: 'pen', pos: [0, 0, 40], points: stroke }],
      voteRounds: [
        { id: 'v', text: 'Votes', results: Object.fromEntries(votes.map((vote, at) => [`f${at}`, vote])) },
      ],
    });
  });

describe('what a board exports, it imports', () => {
  test('any board: the file that is read again is the file', () => {
    fc.assert(
      fc.property(boards, (board) => {
        const file = exported(board);
        const again = reread(file);
        expect(again).toEqual(file);
        expect(JSON.stringify(exported(again))).toBe(JSON.stringify(file));
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test.each(['published', 'grid', 'map'] satisfies SampleName[])('sample %s through a board', (name) => {
    const sample = sampleFile(name);
    const file = exported(sample);
    expect(reread(file)).toEqual(file);
    const { factors, influences, loops, tensions, strategies, about } = file;
    expect({ factors, influences, loops, tensions, strategies, about }).toEqual({
      factors: sample.factors,
      influences: sample.influences,
      loops: byId(sample.loops),
      tensions: sample.tensions,
      strategies: sample.strategies,
      about: sample.about,
    });
  });
});

/** Lists of a snapshot are sorted by id. */
function byId<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
