import * as Y from 'yjs';
import { isPresent, LOCAL, putIn, RECORD_ROOTS, ROOTS, rootOf } from './doc.ts';
import type { BoardFile } from './file/board-file.ts';
import { toBoardFile } from './file/to-file.ts';
import { healed, renewBoard } from './generation.ts';
import { fieldOf } from './guard/known-keys.ts';
import { readSnapshot } from './snapshot.ts';

const KNOWN_ROOTS: ReadonlySet<string> = new Set(ROOTS);

/**
 * A fresh document that says the same as a full board in fewer bytes (ROOM4): without deleted history, keys that no
 * schema declares and drawings that were taken off. `keepsRemoved`: other records that were taken off stay, to be put back.
 */
export function makeRoom(old: Y.Doc, { keepsRemoved }: { readonly keepsRemoved: boolean }): Y.Doc {
  const fresh = keepsRemoved ? healed(old) : renewBoard(old);
  fresh.transact(() => {
    rootOf(fresh, 'session').delete('full');
    for (const root of fresh.share.keys()) if (!KNOWN_ROOTS.has(root)) fresh.getMap(root).clear();
    leaveKnown('meta', rootOf(fresh, 'meta'));
    for (const root of RECORD_ROOTS) {
      for (const [id, record] of Array.from(rootOf(fresh, root).entries())) {
        if (!(record instanceof Y.Map) || (root === 'drawings' && !isPresent(record)))
          rootOf(fresh, root).delete(id);
        else leaveKnown(root, record);
      }
    }
  }, LOCAL);
  const lean = healed(fresh);
  fresh.destroy();
  return lean;
}

function leaveKnown(root: string, record: Y.Map<unknown>): void {
  for (const key of Array.from(record.keys())) if (fieldOf(root, key) === null) record.delete(key);
}

/** The board with all that was taken off it put back, as a file: what `makeRoom` leaves out can be had again from it. */
export function withRemoved(old: Y.Doc): BoardFile {
  const all = healed(old);
  try {
    for (const root of RECORD_ROOTS) putIn(all, root, [...rootOf(all, root).keys()]);
    return toBoardFile(readSnapshot(all));
  } finally {
    all.destroy();
  }
}
