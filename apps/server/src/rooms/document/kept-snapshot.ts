import { openSnapshots } from '@coherence/board';
import type { BoardSnapshot } from '@coherence/board';
import type * as Y from 'yjs';

type Reader = ReturnType<typeof openSnapshots>;

const readers = new WeakMap<Y.Doc, Reader>();

/**
 * What a live document says, as `readSnapshot` does, but only what changed since the last time is read anew. For documents
 * of rooms: the reader goes with its document, when that sleeps or its room ends. Not inside an edit, where it does not see
 * what the same transaction changed before.
 */
export function keptSnapshot(doc: Y.Doc): BoardSnapshot {
  const known = readers.get(doc);
  if (known !== undefined) return known.get();
  const reader = openSnapshots(doc);
  readers.set(doc, reader);
  return reader.get();
}
