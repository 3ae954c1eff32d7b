import { openSnapshots } from '@coherence/board';
import type { BoardSnapshot } from '@coherence/board';
import type * as Y from 'yjs';

type Reader = ReturnType<typeof openSnapshots>;

const readers = new WeakMap<Y.Doc, Reader>();
const lastRead = new WeakMap<Y.Doc, BoardSnapshot>();

/**
 * What a live document says, as `readSnapshot` does, but only what changed since the last time is read anew. For documents
 * of rooms: the reader goes with its document, when that sleeps or its room ends. Not inside an edit, where it does not see
 * what the same transaction changed before.
 */
export function keptSnapshot(doc: Y.Doc): BoardSnapshot {
  const snapshot = readerOf(doc).get();
  lastRead.set(doc, snapshot);
  return snapshot;
}

/** Reads so many records ahead of `keptSnapshot`; answers how many it would still read. */
export function readAhead(doc: Y.Doc, records: number): number {
  return readerOf(doc).readAhead(records);
}

/** What was read last, as it was then; null before the first time. While nothing changed `keptSnapshot` gives the same. */
export function snapshotBefore(doc: Y.Doc): BoardSnapshot | null {
  return lastRead.get(doc) ?? null;
}

function readerOf(doc: Y.Doc): Reader {
  const reader = readers.get(doc) ?? openSnapshots(doc);
  readers.set(doc, reader);
  return reader;
}
