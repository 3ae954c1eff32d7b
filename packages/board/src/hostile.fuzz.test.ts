import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile, createBoard } from './create.ts';
import { takeOffDisguises } from './disguise.ts';
import { RECORD_ROOTS } from './doc.ts';
import { readBoardFile } from './file/board-file.ts';
import { mergeIntoBoard } from './file/from-file.ts';
import { toBoardFile } from './file/to-file.ts';
import { healed, renewBoard } from './generation.ts';
import { guardUpdate } from './guard/guard.ts';
import { makeRoom, withRemoved } from './make-room.ts';
import { mergeRoots } from './merging/merge-roots.ts';
import { followMerges, mergeUnits } from './operations/units/merge-units.ts';
import { mergeFactors, splitFactor } from './operations/factors/merge.ts';
import { numberNewFactors } from './operations/factors/number.ts';
import { restoreTo } from './file/restore.ts';
import { changesBetween } from './file/changes.ts';
import { gridOf } from './projections/grid.ts';
import { heatOf, silencesOf } from './projections/heat.ts';
import { mapOf } from './projections/map.ts';
import { factorNow, originalsOf } from './projections/originals.ts';
import { placedTwice } from './projections/placed-twice.ts';
import { voteResult } from './projections/vote-result.ts';
import { closedRounds, votesByRecord } from './projections/vote-rounds.ts';
import { RECORD_SCHEMAS } from './schema/records.ts';
import { readSnapshot, type BoardSnapshot } from './snapshot.ts';
import { randomFrom, type Random } from './testing/replicas.ts';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const IDS = [
  'a',
  'b',
  'c',
  'd',
  'u',
  'v',
  'others',
  '',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(65),
];
const UNITS = ['a', 'u', 'v', 'others', ''];
const ROWS_AND_COLUMNS = [
  'interfering',
  'integrative',
  'purposes',
  'roles',
  'factor',
  'dots',
  'rating',
  '+',
  '-',
];

const DISGUISED: Record<string, unknown>[] = [];

/** An object that only after Yjs has taken it says that it is something else. */
function disguised(): unknown {
  const value = {};
  DISGUISED.push(value);
  return value;
}

function disguise(value: Record<string, unknown>, random: Random): void {
  if (random.next() < 0.5) return;
  if (random.next() < 0.5) value['constructor'] = 1;
  const as = random.pick([{ unit: 'u' }, new Uint8Array([1]), []]);
  Object.defineProperty(value, '__proto__', { value: as, enumerable: true });
}

function anyValue(random: Random, depth = 0): unknown {
  const inner = (): unknown => (depth > 2 ? 0 : anyValue(random, depth + 1));
  const makers: (() => unknown)[] = [
    () => random.pick(IDS),
    () => random.pick(IDS),
    () => random.pick(ROWS_AND_COLUMNS),
    () => random.pick([null, true, 0, 1, -1, 3.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]),
    () => Array.from({ length: random.below(4) }, inner),
    () => [random.pick(ROWS_AND_COLUMNS), random.pick(ROWS_AND_COLUMNS), 'a0'],
    () => ({
      unit: random.pick(IDS),
      words: random.pick(['said', '', null, 7]),
      of: random.pick(IDS),
      name: inner(),
    }),
    () => ({ kind: 'unit', id: random.pick(IDS) }),
    disguised,
    () => new Uint8Array([1, 2, 3]),
    () => ({ [String(random.pick(UNITS))]: inner(), [String(random.pick(UNITS))]: random.below(5) }),
  ];
  return random.pick(makers)?.();
}

function hostileRecord(random: Random, root: (typeof RECORD_ROOTS)[number]): Y.Map<unknown> {
  const record = new Y.Map<unknown>([['in', 1]]);
  const keys = [
    ...Object.keys(RECORD_SCHEMAS[root].shape),
    'mergedInto',
    's0',
    's1',
    'at:a',
    'at:b',
    '__proto__',
  ];
  for (const key of keys) {
    const dice = random.next();
    if (dice < 0.15) record.set(key, anyValue(random));
    else if (dice < 0.18) record.set(key, new Y.Text('words'));
    else if (dice < 0.21) record.set(key, new Y.Map(IDS.map((id) => [id, anyValue(random)])));
  }
  if (random.next() < 0.8) record.set('text', new Y.Text(String(random.pick(['one', 'two', '']))));
  if (root === 'factors' && random.next() < 0.8) record.set('kind', 'factor');
  if (root === 'factors' && random.next() < 0.7) record.set('into', random.pick(IDS));
  // Otherwise the guard takes none.
  if (root === 'voteRounds') record.set('imported', true);
  if (root === 'units') record.set('name', `Unit ${random.below(3)}`);
  return record;
}

/**
 * What a hostile client can make a board hold: of what it sends, all that the guard lets through; `isGuarded` false: all
 * of it, as documents from before this guard, and files of the store that were tampered with, may have it.
 */
function hostileBoard(random: Random, isGuarded: boolean): Y.Doc {
  const doc = new Y.Doc();
  for (const root of RECORD_ROOTS) {
    for (const id of IDS) {
      const theirs = new Y.Doc();
      if (random.next() < 0.1) theirs.getMap(root).set(id, anyValue(random));
      else theirs.getMap(root).set(id, hostileRecord(random, root));
      for (const value of DISGUISED.splice(0)) disguise(value, random);
      const update = Y.encodeStateAsUpdate(theirs);
      const policy = { role: 'facilitator', locked: false, step: 'update' } as const;
      if (!isGuarded || guardUpdate(Y.decodeUpdate(update), doc, policy).ok) Y.applyUpdate(doc, update);
    }
  }
  return doc;
}

function readAll(board: BoardSnapshot): void {
  gridOf(board);
  mapOf(board);
  silencesOf(heatOf(board));
  votesByRecord(board);
  placedTwice(board, 'a');
  for (const { id } of board.factors) originalsOf(board, id);
  for (const id of IDS) factorNow(board, id);
  for (const { id } of closedRounds(board)) voteResult(board, id);
}

describe('what a hostile client wrote', () => {
  const guarded = SEEDS.map((seed) => ['past the guard', seed, true] as const);
  const unguarded = SEEDS.slice(0, 12).map((seed) => ['before there was a guard', seed, false] as const);

  it.each([...guarded, ...unguarded])(
    '[READ2] [READ3] %s stops no reading, file, restore or new generation, seed %i',
    (_when, seed, isGuarded) => {
      const random = randomFrom(seed);
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      const doc = hostileBoard(random, isGuarded);
      const board = readSnapshot(doc);
      readAll(board);
      // A browser reads what was stored; the server opens it so.
      takeOffDisguises(doc);
      const file = toBoardFile(board);
      expect(readBoardFile(JSON.parse(JSON.stringify(file))).ok).toBe(true);
      readAll(readSnapshot(boardFromFile(file)));
      readAll(readSnapshot(renewBoard(doc, new Set(['a', 'constructor']))));
      readAll(readSnapshot(healed(doc)));
      for (const keepsRemoved of [true, false]) readAll(readSnapshot(makeRoom(doc, { keepsRemoved })));
      expect(readBoardFile(JSON.parse(JSON.stringify(withRemoved(doc)))).ok).toBe(true);
      numberNewFactors(doc);
      for (const from of IDS) for (const into of IDS) mergeUnits(doc, from, into);
      followMerges(doc);
      mergeFactors(doc, 'a', ['b', 'c']);
      for (const id of IDS) splitFactor(doc, 'a', id);
      const other = toBoardFile(readSnapshot(hostileBoard(random, isGuarded)));
      changesBetween(file, other);
      restoreTo(doc, other);
      restoreTo(doc, file);
      mergeIntoBoard(doc, other, 1);
      readAll(readSnapshot(doc));
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    },
  );

  it('[READ2] no record has the name of what every object has', () => {
    const made = createBoard({ title: 'Names' });
    if (!made.ok) throw new Error(made.error.code);
    const record = () =>
      new Y.Map<unknown>([
        ['kind', 'factor'],
        ['text', new Y.Text('hidden in plain sight')],
        ['in', 1],
      ]);
    for (const id of ['__proto__', 'constructor', 'f1']) made.value.getMap('factors').set(id, record());
    const { factors, invalid } = readSnapshot(made.value);
    expect([factors.map(({ id }) => id), invalid]).toEqual([['f1'], 2]);
  });
});

describe('a source that is nothing', () => {
  it('[UNITE1] does not keep two units from becoming one', () => {
    const made = createBoard({ title: 'Units', units: [{ name: 'Law' }, { name: 'Legal' }] });
    if (!made.ok) throw new Error(made.error.code);
    const [one, two] = readSnapshot(made.value).units;
    if (one === undefined || two === undefined) throw new Error('no units');
    const sources = new Y.Map<unknown>([
      [one.id, { unit: one.id, words: 'said' }],
      [two.id, null],
    ]);
    made.value.getMap('factors').set('f', new Y.Map<unknown>([['sources', sources]]));
    expect(mergeUnits(made.value, one.id, two.id).ok).toBe(true);
    expect(sources.toJSON()).toEqual({ [two.id]: { unit: two.id, words: 'said' } });
  });
});

describe('merge pointers', () => {
  /** Counts how often pointers are followed. */
  class Counted extends Map<string, string | null> {
    looks = 0;
    override get(id: string): string | null | undefined {
      this.looks += 1;
      return super.get(id);
    }
  }
  const name = (index: number): string => `f${String(index).padStart(5, '0')}`;
  const chain = (size: number, last: string | null): Counted =>
    new Counted(Array.from({ length: size }, (_, at) => [name(at), at === size - 1 ? last : name(at + 1)]));

  it.each([1, 2, 3, 10, 999, 20_000])('[MERGE4] of a ring or chain of %i are followed once each', (size) => {
    for (const [last, end] of [
      [name(0), name(0)],
      [null, name(size - 1)],
      ['nowhere', null],
      ['__proto__', null],
    ] as const) {
      const pointers = chain(size, last);
      const roots = mergeRoots(pointers);
      expect(pointers.looks).toBeLessThanOrEqual(2 * size + 2);
      const found = [...new Set(roots.values())];
      expect(found).toEqual(end !== null && size === 1 ? [] : [end]);
      expect(roots.size).toBe(end === null ? size : size - 1);
    }
  });

  it('[MERGE1] a thousand sources with words and units of their own are a thousand, not a million', () => {
    const doc = new Y.Doc();
    const sources = Array.from({ length: 1000 }, (_, at): [string, unknown] => [
      `s${at}`,
      { unit: `u${at}`, words: `said ${at}`, name: 'Dana' },
    ]);
    for (const [id, into] of [
      ['a', 'b'],
      ['b', null],
    ] as const) {
      doc.getMap('factors').set(
        id,
        new Y.Map<unknown>([
          ['kind', 'factor'],
          ['text', new Y.Text(id)],
          ['in', 1],
          ['into', into],
          ['sources', new Y.Map(id === 'a' ? sources : [])],
        ]),
      );
    }
    const [survivor] = readSnapshot(doc).factors;
    const read = Object.values(survivor?.sources ?? {});
    expect(read).toHaveLength(2000);
    expect(read.every(({ name: who }) => who === 'Dana')).toBe(true);
  });
});
