import { expect, it } from 'vitest';
import type { VoteRound } from '../../schema/vote-round.ts';
import { randomFrom } from '../../testing/replicas.ts';
import { roundOf } from '../../testing/open-round.ts';
import { tally, type Tally, type Voter } from '../tally.ts';
import type { EarlierCount } from './counted.ts';
import { FLOOR } from './floor.ts';

const UNITS = ['', 'x', 'y', 'z'];
const ITEMS = ['a', 'b', 'c'];
/** Beyond so many sums there are too many ways to put them together to be tried out here. */
const SUMS_TRIED = 7;

/** What was published: votes by item, and whose ballots they add up. */
type Published = {
  readonly votes: Readonly<Record<string, number>>;
  readonly of: readonly Tally['counted'][number][];
};

function publishedIn({ counted, results, byUnit, votersByUnit }: Tally): readonly Published[] {
  if (counted.length === 0) return [];
  const unit = (name: string): Published => ({
    votes: Object.fromEntries(ITEMS.map((item) => [item, byUnit[item]?.[name] ?? 0])),
    of: counted.filter(({ shownAs }) => shownAs === name),
  });
  return [{ votes: results, of: counted }, ...Object.keys(votersByUnit).map(unit)];
}

/** Everything that comes of adding, leaving out and subtracting, once each. */
function ways(count: number): readonly (readonly number[])[] {
  let all: readonly (readonly number[])[] = [[]];
  for (let at = 0; at < count; at += 1)
    all = all.flatMap((way) => [-1, 0, 1].map((times) => [...way, times]));
  return all;
}

/** One choice of one person: in which of the sums it is. */
type Column = { readonly id: string; readonly own: boolean; readonly inSum: readonly number[] };

function columnsOf(sums: readonly Published[]): readonly Column[] {
  const columns = new Map<string, Column & { readonly inSum: number[] }>();
  for (const [at, { of }] of sums.entries()) {
    for (const { id, ballot, own } of of) {
      const key = JSON.stringify([id, own, ITEMS.map((item) => ballot[item] ?? 0)]);
      const column = columns.get(key) ?? { id, own, inSum: sums.map(() => 0) };
      column.inSum[at] = 1;
      columns.set(key, column);
    }
  }
  return [...columns.values()];
}

/** Whose choices are left over when the sums are put together so. */
function leftOver(columns: readonly Column[], way: readonly number[]) {
  const rest = columns.filter(
    ({ inSum }) => inSum.reduce((sum, is, at) => sum + is * (way[at] ?? 0), 0) !== 0,
  );
  return { any: rest.length > 0, own: new Set(rest.filter(({ own }) => own).map(({ id }) => id)).size };
}

it.each([1, 2, 3])(
  '[SUM1] whatever is published of the same ballots, counted again and again, leaves nobody over (seed %i)',
  (seed) => {
    const { next } = randomFrom(seed);
    const below = (count: number) => Math.floor(next() * count);
    const pick = <T>(list: readonly T[], or: T): T => list[below(list.length)] ?? or;
    const anyBallot = () =>
      Object.fromEntries(ITEMS.filter(() => next() < 0.6).map((item) => [item, [1 + below(2)]]));
    const anybody = (id: string): Voter => ({
      id,
      ballot: anyBallot(),
      unit: pick(UNITS, ''),
      name: '',
      own: next() < 0.9,
    });
    const seen = { withheld: 0, unitsHidden: 0, shown: 0 };
    for (let run = 0; run < 60; run += 1) {
      let people = Array.from({ length: 2 + below(14) }, (_, at) => anybody(`p${at}`));
      const earlier: EarlierCount[] = [];
      const sums: Published[] = [];
      for (let count = 0; count < 3; count += 1) {
        const given = tally(roundOf({ budget: 6 }), people, earlier);
        seen.withheld += given.withheld === null ? 0 : 1;
        seen.unitsHidden += given.unitsHidden === true ? 1 : 0;
        seen.shown += given.counted.length > 0 ? 1 : 0;
        for (const one of publishedIn(given)) {
          sums.push(one);
          for (const item of ITEMS) {
            const adds = one.of.reduce((sum, { ballot }) => sum + (ballot[item]?.[0] ?? 0), 0);
            expect(one.votes[item]).toBe(adds);
          }
        }
        const round = { ...given, participants: given.turnout } satisfies Partial<VoteRound>;
        if (given.withheld === null) earlier.push({ round, counted: given.counted });
        const howMany = pick([0, 1, 2, 3, 4, 6], 0);
        for (let change = 0; change < howMany; change += 1) {
          const at = below(people.length + 1);
          const old = people[at];
          const how = below(4);
          const changed =
            old === undefined || how === 0
              ? anybody(old?.id ?? `new${run}-${count}-${change}`)
              : how === 1
                ? { ...old, unit: pick(UNITS, '') }
                : { ...old, ballot: anyBallot() };
          people =
            how === 3 && old !== undefined ? people.toSpliced(at, 1) : people.toSpliced(at, 1, changed);
        }
      }
      const columns = columnsOf(sums);
      const found = ways(Math.min(sums.length, SUMS_TRIED)).find((way) => {
        const { any, own } = leftOver(columns, way);
        return any && own < FLOOR;
      });
      expect(found, JSON.stringify({ run, columns })).toBeUndefined();
    }
    // Each of the three happens, or nothing was tried.
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(3);
  },
);
