import { bringUp, makeRoom, renewBoard, renewPrivate } from '@coherence/board';
import type { DocumentMigrations } from '@coherence/board';
import * as Y from 'yjs';
import type { Renewal, StoredDoc } from '../../storage/storage.ts';
import { hydrate } from './document.ts';

/** What the next generation of a document leaves out: `renewBoard`, `makeRoom` and `renewPrivate`. */
export type Renewing =
  | { readonly as: 'board'; readonly redact: ReadonlySet<string> }
  | { readonly as: 'board-with-room'; readonly keepsRemoved: boolean }
  | { readonly as: 'private' };

function renewed(old: Y.Doc, how: Renewing): Y.Doc {
  if (how.as === 'board') return renewBoard(old, how.redact);
  return how.as === 'private' ? renewPrivate(old) : makeRoom(old, how);
}

/**
 * The next generation of a stored document, and every Yjs client id of the one that ends: what
 * was written under those may come back from a device that was away, and must be refused. It is of the newest version.
 */
export function renewalOf(
  stored: Pick<StoredDoc, 'snapshot' | 'rows' | 'writers' | 'version'>,
  how: Renewing,
  migrations?: DocumentMigrations,
): Renewal {
  const old = hydrate(stored);
  try {
    const isBoard = how.as !== 'private';
    const version = bringUp(old, { version: stored.version, isBoard }, migrations);
    return renewalFrom(old, renewed(old, how), { writers: stored.writers, version });
  } finally {
    old.destroy();
  }
}

/** As `renewalOf`, of a document that is open and of `version`. `fresh` is ended. */
export function renewalFrom(
  old: Y.Doc,
  fresh: Y.Doc,
  { writers, version }: Pick<StoredDoc, 'writers' | 'version'>,
): Renewal {
  try {
    const retired = new Set([...old.store.clients.keys(), ...writers.map(({ client }) => client)]);
    const update = fresh.store.clients.size === 0 ? null : Y.encodeStateAsUpdate(fresh);
    return { update, retired: [...retired], version };
  } finally {
    fresh.destroy();
  }
}

/** The document that a renewal begins with. */
export function hydrateUpdate(update: Uint8Array | null): Y.Doc {
  return hydrate({ snapshot: update, rows: [] });
}
