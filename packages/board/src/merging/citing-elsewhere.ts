import type { VoteRound } from '../schema/vote-round.ts';
import type { RecordLists } from './record-lists.ts';

type Rename = (id: string) => string;
type CitingLists = Pick<
  RecordLists,
  'influences' | 'tensions' | 'loops' | 'needs' | 'assets' | 'notes' | 'voteRounds'
>;

/**
 * Reads records that cite factors as citing the ones these are part of. Links and tensions of a factor with itself are
 * left out; votes for what became one are added up, people who gave any are not: one may be among those of both, so
 * the most of one of them is what is certain. A record that cites nothing of the kind stays the same object.
 */
export function citingElsewhere(): (lists: CitingLists, rename: Rename) => CitingLists {
  const known = new WeakMap<object, { cited: string; made: object }>();

  function through<T extends object>(record: T, cited: Partial<T>): T {
    const keys = Object.keys(cited) as (keyof T)[];
    const now = JSON.stringify(cited);
    if (now === JSON.stringify(Object.fromEntries(keys.map((key) => [key, record[key]])))) return record;
    const last = known.get(record);
    if (last?.cited === now) return last.made as T;
    const made = Object.freeze({ ...record, ...cited });
    known.set(record, { cited: now, made });
    return made;
  }

  return (lists, rename) => {
    const all = (ids: readonly string[]): string[] => [...new Set(ids.map(rename))];
    return {
      influences: lists.influences
        .map((record) => through(record, { from: rename(record.from), to: rename(record.to) }))
        .filter(({ from, to }) => from !== to),
      tensions: lists.tensions
        .map((record) =>
          through(record, {
            interfering: rename(record.interfering),
            integrative: rename(record.integrative),
          }),
        )
        .filter(({ interfering, integrative }) => interfering !== integrative),
      loops: lists.loops.map((record) => through(record, { nodes: all(record.nodes) })),
      needs: lists.needs.map((record) => through(record, { factors: all(record.factors) })),
      assets: lists.assets.map((record) => through(record, { factors: all(record.factors) })),
      notes: lists.notes.map((record) => through(record, { about: all(record.about) })),
      voteRounds: lists.voteRounds.map((record) => through(record, votesFor(record, rename))),
    };
  };
}

function votesFor(round: VoteRound, rename: Rename): Partial<VoteRound> {
  return {
    results: added(round.results, rename),
    // Of a rating these are the ratings there are, by which the sum is divided.
    voters: round.method === 'rating' ? added(round.voters, rename) : mostOf(round.voters, rename),
    second:
      round.second === null
        ? null
        : { results: added(round.second.results, rename), voters: added(round.second.voters, rename) },
    byUnit: addedByUnit(round.byUnit, rename),
  };
}

function added(counts: Readonly<Record<string, number>>, rename: Rename): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [id, n] of Object.entries(counts)) sums[rename(id)] = (sums[rename(id)] ?? 0) + n;
  return sums;
}

function mostOf(counts: Readonly<Record<string, number>>, rename: Rename): Record<string, number> {
  const most: Record<string, number> = {};
  for (const [id, n] of Object.entries(counts)) most[rename(id)] = Math.max(most[rename(id)] ?? 0, n);
  return most;
}

function addedByUnit(byUnit: VoteRound['byUnit'], rename: Rename): VoteRound['byUnit'] {
  const sums: VoteRound['byUnit'] = {};
  for (const [id, units] of Object.entries(byUnit)) {
    const sum = { ...sums[rename(id)] };
    for (const [unit, n] of Object.entries(units)) sum[unit] = (sum[unit] ?? 0) + n;
    sums[rename(id)] = sum;
  }
  return sums;
}
