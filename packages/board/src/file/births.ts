import { RECORD_ROOTS, type Birth, type RecordRoot } from '../doc.ts';
import { CHUNK_POINTS_MAX } from '../schema/limits.ts';
import type { BoardFile } from './board-file.ts';

export type Rename = (id: string) => string;

type FileRecord = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Keys that hold the id of another record, or a list of such ids. */
const REFERENCES: Readonly<Partial<Record<RecordRoot, readonly string[]>>> = {
  factors: ['group'],
  influences: ['from', 'to'],
  tensions: ['interfering', 'integrative'],
  loops: ['nodes'],
  needs: ['factors'],
  assets: ['unit', 'factors'],
  strategies: ['group', 'needs', 'assets'],
  actions: ['strategy'],
  notes: ['about'],
};

/** Every record of a file as a birth, its id and all ids it cites run through `rename`. */
export function birthsOf(file: BoardFile, rename: Rename): Birth[] {
  return RECORD_ROOTS.flatMap((root) =>
    (file[root] as readonly FileRecord[]).map((record) => birthOf(root, record, rename)),
  );
}

function birthOf(root: RecordRoot, record: FileRecord, rename: Rename): Birth {
  const { id, text, points, sources, source, results, ...rest } = record;
  const fields: Record<string, unknown> = { ...rest };
  for (const key of REFERENCES[root] ?? []) {
    const value = fields[key];
    if (typeof value === 'string') fields[key] = rename(value);
    else if (Array.isArray(value)) fields[key] = value.map((item) => rename(String(item)));
  }
  if (Array.isArray(points)) Object.assign(fields, strokeChunks(points));
  if (source !== null && typeof source === 'object') fields['source'] = renamedSource(source, rename);
  if (results !== null && typeof results === 'object') fields['results'] = renamedKeys(results, rename);
  return {
    root,
    id: rename(id),
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
  return { kind, id: kind === 'unit' ? rename(String(id)) : id };
}

function renamedKeys(results: object, rename: Rename): unknown {
  return Object.fromEntries(Object.entries(results).map(([key, votes]) => [rename(key), votes]));
}

function renamedSources(sources: unknown, rename: Rename): Map<string, unknown> {
  const entries = Object.entries(
    (sources ?? {}) as Record<string, { unit: string | null; words: string | null }>,
  );
  return new Map(
    entries.map(([key, { unit, words }]) => [
      key === unit ? rename(key) : key,
      { ...(unit === null ? {} : { unit: rename(unit) }), ...(words === null ? {} : { words }) },
    ]),
  );
}
