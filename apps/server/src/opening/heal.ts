import { isDeepStrictEqual } from 'node:util';
import { healed, readSnapshot, toBoardFile } from '@coherence/board';
import type { hydrate } from '../rooms/document/document.ts';
import { hydrateUpdate, renewalFrom } from '../rooms/document/renewal.ts';
import type { Renewal, WriterClaim } from '../storage/storage.ts';
import { packFile } from '../versions/version-file.ts';

type Doc = ReturnType<typeof hydrate>;

/**
 * The next generation of a document with every word of it, read again to be sure. `file`: what a board said. Throws when
 * the two do not say the same.
 */
export async function heal(
  old: Doc,
  { writers, isBoard }: { readonly writers: readonly WriterClaim[]; readonly isBoard: boolean },
): Promise<{ renewal: Renewal; file: Uint8Array | null }> {
  const renewal = renewalFrom(old, healed(old), writers);
  const again = hydrateUpdate(renewal.update);
  try {
    if (!isDeepStrictEqual(wordsOf(again), wordsOf(old)))
      throw new Error('healed it would say something else');
  } finally {
    again.destroy();
  }
  return { renewal, file: isBoard ? await packFile(toBoardFile(readSnapshot(old))) : null };
}

/** All that a document says. Who last put a record in is another client in each generation. */
function wordsOf(doc: Doc): unknown {
  return Object.fromEntries(
    [...doc.share.keys()]
      .toSorted()
      .map((root) => [
        root,
        Object.fromEntries(
          [...doc.getMap(root).entries()].map(([id, record]): [string, unknown] => [id, plain(record)]),
        ),
      ]),
  );
}

function plain(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || !('toJSON' in record)) return record;
  const value: unknown = typeof record.toJSON === 'function' ? record.toJSON() : null;
  if (typeof value !== 'object' || value === null || !('in' in value)) return value;
  return { ...value, in: typeof value.in };
}
