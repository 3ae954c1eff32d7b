import { isDeepStrictEqual } from 'node:util';
import { healed, readSnapshot, toBoardFile } from '@coherence/board';
import type { hydrate } from '../rooms/document/document.ts';
import { hydrateUpdate, renewalFrom } from '../rooms/document/renewal.ts';
import type { Renewal, StoredDoc } from '../storage/storage.ts';
import { packFile } from '../files/version-file.ts';

type Doc = ReturnType<typeof hydrate>;

/** The next generation of a document with every word, read again to be sure. Throws when the two do not say the same. */
export function heal(old: Doc, stored: Pick<StoredDoc, 'writers' | 'version'>): Renewal {
  const renewal = renewalFrom(old, healed(old), stored);
  const again = hydrateUpdate(renewal.update);
  try {
    if (!isDeepStrictEqual(wordsOf(again), wordsOf(old)))
      throw new Error('healed it would say something else');
  } finally {
    again.destroy();
  }
  return renewal;
}

/** What a board says, as a version keeps it. */
export function fileOf(board: Doc): Promise<Uint8Array> {
  return packFile(toBoardFile(readSnapshot(board)));
}

/** All that a document says; a root without entries says nothing. Who last put a record in differs by generation. */
function wordsOf(doc: Doc): unknown {
  const roots = [...doc.share.keys()].filter((root) => doc.getMap(root).size > 0);
  return Object.fromEntries(
    roots.map((root) => {
      const records = [...doc.getMap(root).entries()];
      return [root, Object.fromEntries(records.map(([id, record]) => [id, plain(record)]))];
    }),
  );
}

function plain(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || !('toJSON' in record)) return record;
  const value: unknown = typeof record.toJSON === 'function' ? record.toJSON() : null;
  if (typeof value !== 'object' || value === null || !('in' in value)) return value;
  return { ...value, in: typeof value.in };
}
