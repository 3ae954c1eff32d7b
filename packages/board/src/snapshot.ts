import * as Y from 'yjs';
import { isPresent, RECORD_ROOTS, rootOf, type BoardRecord, type RecordRoot } from './doc.ts';
import { openMergeView } from './merging/merge-view.ts';
import type { RecordLists } from './merging/record-lists.ts';
import type { Meta } from './schema/meta.ts';
import { idField } from './schema/fields.ts';
import { readFields, readMeta } from './schema/read-fields.ts';
import { RECORD_SCHEMAS, type RecordValue } from './schema/records.ts';

/**
 * A board at one moment, as plain frozen values: where the CRDT stops. Records that no person has removed, sorted by
 * id; an unchanged record is the same object in the next snapshot. `invalid` counts values that were skipped. Factors
 * that were merged read as one everywhere.
 */
export type BoardSnapshot = {
  readonly meta: Meta;
  readonly invalid: number;
  /** Factors that are part of another one, as they are in the document; `into` says of which. */
  readonly merged: readonly RecordValue<'factors'>[];
  /** The lists that would read otherwise if nothing were merged. */
  readonly unmerged: Partial<RecordLists>;
} & RecordLists;

export type SnapshotReader = {
  get(): BoardSnapshot;
  /** Parses at most so many records that `get` would parse; answers how many are left. */
  readAhead(records: number): number;
  /** Calls back after every transaction that changed something; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  destroy(): void;
};

type Cached = { readonly record: { readonly id: string } | null; readonly invalid: boolean };

/** Reads a document incrementally: only records touched since the last `get` are parsed again. */
export function openSnapshots(doc: Y.Doc): SnapshotReader {
  const caches = new Map(RECORD_ROOTS.map((root) => [root, new Map<string, Cached>()]));
  const dirty = new Map(RECORD_ROOTS.map((root) => [root, new Set(rootOf(doc, root).keys())]));
  const lists = new Map<RecordRoot, readonly { readonly id: string }[]>();
  const unlisted = new Set<RecordRoot>(RECORD_ROOTS);
  const listeners = new Set<() => void>();
  let metaDirty = true;
  let meta: Meta = readMeta({}).meta;
  let metaInvalid = false;
  let current: BoardSnapshot | null = null;
  const mergeView = openMergeView();

  const stops: (() => void)[] = [];
  for (const root of RECORD_ROOTS) {
    const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      const touched = dirty.get(root);
      for (const event of events) {
        const id = event.path[0];
        if (typeof id === 'string') touched?.add(id);
        else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) touched?.add(key);
      }
      current = null;
    };
    const map = rootOf(doc, root);
    map.observeDeep(onChange as never);
    stops.push(() => map.unobserveDeep(onChange as never));
  }
  const onMeta = (): void => {
    metaDirty = true;
    current = null;
  };
  rootOf(doc, 'meta').observeDeep(onMeta);
  stops.push(() => rootOf(doc, 'meta').unobserveDeep(onMeta));

  const onTransaction = (): void => {
    if (current === null) for (const listener of listeners) listener();
  };
  doc.on('afterTransaction', onTransaction);
  stops.push(() => doc.off('afterTransaction', onTransaction));

  function parse(root: RecordRoot, records: number): void {
    const touched = dirty.get(root) ?? new Set();
    const cache = caches.get(root) ?? new Map<string, Cached>();
    let left = records;
    for (const id of touched) {
      if (left <= 0) return;
      left -= 1;
      touched.delete(id);
      unlisted.add(root);
      const read = readRecord(root, id, rootOf(doc, root).get(id));
      if (read === null) cache.delete(id);
      else cache.set(id, read);
    }
  }

  function countDirty(): number {
    let count = 0;
    for (const { size } of dirty.values()) count += size;
    return count;
  }

  function refresh(root: RecordRoot): void {
    parse(root, Infinity);
    if (!unlisted.delete(root)) return;
    const cache = caches.get(root) ?? new Map<string, Cached>();
    const present: { readonly id: string }[] = [];
    for (const { record } of cache.values()) if (record !== null) present.push(record);
    present.sort((a, b) => (a.id < b.id ? -1 : 1));
    lists.set(root, Object.freeze(present));
  }

  function get(): BoardSnapshot {
    if (current !== null) return current;
    if (metaDirty) {
      const read = readMeta(rootOf(doc, 'meta').toJSON());
      metaInvalid = read.skipped;
      meta = Object.freeze(read.meta);
      metaDirty = false;
    }
    let invalid = metaInvalid ? 1 : 0;
    const roots: Partial<Record<RecordRoot, unknown>> = {};
    for (const root of RECORD_ROOTS) {
      refresh(root);
      roots[root] = lists.get(root);
      for (const entry of caches.get(root)?.values() ?? []) if (entry.invalid) invalid += 1;
    }
    const { lists: asOne, merged } = mergeView(roots as RecordLists);
    const names = Object.keys(asOne) as RecordRoot[];
    const unmerged = Object.freeze(Object.fromEntries(names.map((root) => [root, roots[root]])));
    current = Object.freeze({ meta, invalid, ...roots, ...asOne, merged, unmerged }) as BoardSnapshot;
    return current;
  }

  return {
    get,
    readAhead(records) {
      const left = Math.max(0, countDirty() - records);
      for (const root of RECORD_ROOTS) parse(root, countDirty() - left);
      return left;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      for (const stop of stops) stop();
      listeners.clear();
    },
  };
}

/** One-off snapshot of a document that will not be watched. */
export function readSnapshot(doc: Y.Doc): BoardSnapshot {
  const reader = openSnapshots(doc);
  try {
    return reader.get();
  } finally {
    reader.destroy();
  }
}

function readRecord(root: RecordRoot, id: string, value: unknown): Cached | null {
  if (value === undefined) return null;
  if (!(value instanceof Y.Map)) return { record: null, invalid: true };
  const record = value as BoardRecord;
  if (!isPresent(record)) return { record: null, invalid: false };
  const read = readFields(RECORD_SCHEMAS[root], plainRecord(record), WITH_WORDS.has(root));
  if (read === null || !idField.safeParse(id).success) return { record: null, invalid: true };
  return { record: Object.freeze({ ...read.value, id }), invalid: read.skipped };
}

/** Records that are a person's words. Of a link or a vote something else would be said if a part were left out. */
const WITH_WORDS: ReadonlySet<RecordRoot> = new Set([
  'factors',
  'groups',
  'tensions',
  'needs',
  'assets',
  'strategies',
  'actions',
  'notes',
  'drawings',
]);

const CHUNK_KEY = /^s(\d{1,4})$/;
const PLACING_KEY = /^at:(.{1,64})$/;

function plainRecord(record: BoardRecord): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  const chunks: [number, unknown[]][] = [];
  const placings: [string, unknown][] = [];
  for (const [key, value] of record.entries()) {
    const chunk = CHUNK_KEY.exec(key);
    const placing = PLACING_KEY.exec(key);
    if (chunk !== null && Array.isArray(value)) chunks.push([Number(chunk[1]), value]);
    else if (placing?.[1] !== undefined) placings.push([placing[1], value]);
    else if (value instanceof Y.Text) plain[key] = value.toString();
    else if (value instanceof Y.AbstractType) plain[key] = value.toJSON();
    else plain[key] = value;
  }
  if (placings.length > 0) plain['placings'] = Object.fromEntries(placings);
  if (chunks.length > 0) {
    chunks.sort((a, b) => a[0] - b[0]);
    plain['points'] = chunks.flatMap(([, points]) => points);
  }
  return plain;
}
