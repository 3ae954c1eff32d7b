import { isDeepStrictEqual } from 'node:util';
import { contentOf, healed, readSnapshot, toBoardFile } from '@coherence/board';
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
    if (!isDeepStrictEqual(contentOf(again), contentOf(old)))
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
