import { RECORD_ROOTS, type NewRecord, type RecordRoot } from '../doc.ts';
import { CHUNK_POINTS_MAX } from '../schema/limits.ts';
import type { VoteRound } from '../schema/vote-round.ts';
import { POOL } from '../session/pooled-units.ts';
import type { BoardFile } from './board-file.ts';

/** Units have names of their own: a unit that the board knows by name keeps the board's id, whatever shares it. */
export type Rename = { readonly record: (id: string) => string; readonly unit: (id: string) => string };

type FileRecord = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Keys that hold the id of another record, or a list of such ids; units aside. */
const REFERENCES: Readonly<Partial<Record<RecordRoot, readonly string[]>>> = {
  factors: ['group', 'into'],
  influences: ['from', 'to'],
  tensions: ['interfering', 'integrative'],
  loops: ['nodes'],
  needs: ['factors'],
  assets: ['factors'],
  strategies: ['group', 'needs', 'assets'],
  actions: ['strategy'],
  notes: ['about'],
  voteRounds: ['ballots', 'items'],
};

/** Every record of a file, ready to be created: its id and all ids it cites run through `rename`. */
export function newRecordsOf(file: BoardFile, rename: Rename): NewRecord[] {
  return RECORD_ROOTS.flatMap((root) =>
    (root === 'factors' ? factorsOf(file) : (file[root] as readonly FileRecord[])).map((record) =>
      newRecordOf(root, record, rename),
    ),
  );
}

/** All factors as the document holds them: sources that only repeat what was merged are read from that. */
function factorsOf({ factors, merged }: BoardFile): readonly FileRecord[] {
  const apart = new Set(merged.map(({ id }) => id));
  const own = factors.map((factor) => ({
    ...factor,
    sources: Object.fromEntries(
      Object.entries(factor.sources).filter(([, { of }]) => of === null || !apart.has(of)),
    ),
  }));
  return [...own, ...merged];
}

function newRecordOf(root: RecordRoot, record: FileRecord, rename: Rename): NewRecord {
  const { id, text, points, sources, source, ...rest } = record;
  const fields: Record<string, unknown> = { ...rest };
  for (const key of REFERENCES[root] ?? []) {
    const value = fields[key];
    if (typeof value === 'string') fields[key] = rename.record(value);
    else if (Array.isArray(value)) fields[key] = value.map((item) => rename.record(String(item)));
  }
  if (typeof fields['unit'] === 'string') fields['unit'] = rename.unit(fields['unit']);
  if (Array.isArray(points)) Object.assign(fields, strokeChunks(points));
  if (source !== null && typeof source === 'object') fields['source'] = renamedSource(source, rename);
  if (root === 'voteRounds') Object.assign(fields, renamedVotes(rest, rename));
  return {
    root,
    id: root === 'units' ? rename.unit(id) : rename.record(id),
    fields,
    ...(typeof text === 'string' ? { text } : {}),
    ...(root === 'factors' ? { sources: renamedSources(sources, rename) } : {}),
  };
}

function strokeChunks(points: readonly unknown[]): Record<string, unknown> {
  const chunks: Record<string, unknown> = {};
  const size = CHUNK_POINTS_MAX * 2;
  for (let at = 0; at < points.length; at += size) chunks[`s${at / size}`] = points.slice(at, at + size);
  return chunks;
}

function renamedSource(source: object, rename: Rename): unknown {
  const { kind, id } = source as { kind: unknown; id: unknown };
  return { kind, id: kind === 'unit' ? rename.unit(String(id)) : id };
}

function renamedVotes(round: Readonly<Record<string, unknown>>, rename: Rename): Record<string, unknown> {
  const { results, voters, second, byUnit, votersByUnit, recorded, words } = round as Partial<VoteRound>;
  const unit = (id: string): string => (id === '' || id === POOL ? id : rename.unit(id));
  const byRecord = <T>(votes: Readonly<Record<string, T>> = {}) => renamedKeys(votes, rename.record);
  return {
    results: byRecord(results),
    voters: byRecord(voters),
    second:
      second === null || second === undefined
        ? null
        : { results: byRecord(second.results), voters: byRecord(second.voters) },
    byUnit: byRecord(
      Object.fromEntries(Object.entries(byUnit ?? {}).map(([id, votes]) => [id, renamedKeys(votes, unit)])),
    ),
    votersByUnit: renamedKeys(votersByUnit ?? {}, unit),
    words: byRecord(words),
    recorded: (recorded ?? []).map((one) => ({ ...one, unit: unit(one.unit) })),
  };
}

function renamedKeys<T>(
  counts: Readonly<Record<string, T>>,
  rename: (id: string) => string,
): Record<string, T> {
  return Object.fromEntries(Object.entries(counts).map(([key, value]) => [rename(key), value]));
}

function renamedSources(sources: unknown, rename: Rename): Map<string, unknown> {
  const entries = Object.entries(
    (sources ?? {}) as Record<
      string,
      { unit: string | null; words: string | null; of: string | null; name?: string }
    >,
  );
  return new Map(
    entries.map(([key, { unit, words, of, name }]) => [
      key === unit ? rename.unit(key) : key,
      {
        ...(unit === null ? {} : { unit: rename.unit(unit) }),
        ...(words === null ? {} : { words }),
        ...(of === null ? {} : { of: rename.record(of) }),
        ...(name === undefined ? {} : { name }),
      },
    ]),
  );
}
