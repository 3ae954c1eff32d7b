import * as Y from 'yjs';
import type { Renewal, StoredDoc } from '../../storage/storage.ts';
import { hydrate } from './document.ts';

/**
 * The next generation of a stored document, as `renew` makes it, and every Yjs client id of the one that ends: what
 * was written under those may come back from a device that was away, and must be refused.
 */
export function renewalOf(stored: StoredDoc, renew: (old: Y.Doc) => Y.Doc): Renewal {
  const old = hydrate(stored);
  const fresh = renew(old);
  try {
    const retired = new Set([...old.store.clients.keys(), ...stored.writers.map(({ client }) => client)]);
    const update = fresh.store.clients.size === 0 ? null : Y.encodeStateAsUpdate(fresh);
    return { update, retired: [...retired] };
  } finally {
    old.destroy();
    fresh.destroy();
  }
}
