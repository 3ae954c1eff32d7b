import * as Y from 'yjs';
import type { StoredDoc } from '../../../storage/storage.ts';
import { hasPending, hydrate } from '../document.ts';

/**
 * Folds a stored document into one update, and proves it: the result is loaded again and must hold the
 * same structs and the same deletions. Throws when it does not, or when parts are missing.
 */
export function compact(stored: Pick<StoredDoc, 'snapshot' | 'rows'>): Uint8Array {
  const doc = hydrate(stored);
  const again = new Y.Doc();
  try {
    if (hasPending(doc)) throw new Error('the log lacks parts');
    const snapshot = Y.encodeStateAsUpdate(doc);
    Y.applyUpdate(again, snapshot);
    if (hasPending(again) || !Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again))) {
      throw new Error('the snapshot differs from the log');
    }
    return snapshot;
  } finally {
    doc.destroy();
    again.destroy();
  }
}
