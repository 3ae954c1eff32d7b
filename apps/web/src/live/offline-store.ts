import { IndexeddbPersistence } from 'y-indexeddb';
import type { Doc } from 'yjs';

/** How long a stuck IndexedDB (private windows, full disks) may hold up opening a board, in ms. */
const OPEN_LIMIT_MS = 2000;

export type OfflineStore = { readonly wasEmpty: boolean; close(): void };

/**
 * Keeps a document on this device and loads what is kept. `key` parts name the copy: board, generation, participant.
 * Without a working store the board still opens; only reloading offline is lost.
 */
export async function openOfflineStore(doc: Doc, key: readonly string[]): Promise<OfflineStore> {
  if (typeof indexedDB === 'undefined') return { wasEmpty: true, close: () => undefined };
  const store = new IndexeddbPersistence(['coherence', ...key].join('/'), doc);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, OPEN_LIMIT_MS);
  });
  await Promise.race([store.whenSynced.catch(() => undefined), patience]);
  clearTimeout(timer);
  return { wasEmpty: doc.store.clients.size === 0, close: () => void store.destroy() };
}
