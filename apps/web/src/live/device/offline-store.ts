import { IndexeddbPersistence } from 'y-indexeddb';
import { Doc } from 'yjs';

/** How long a stuck IndexedDB (private windows, full disks) may hold up opening a board, in ms. */
const OPEN_LIMIT_MS = 2000;

type OfflineStore = { readonly wasEmpty: boolean; close(): void };

/** The name of a copy on this device: board, generation, participant. */
export function copyName(parts: readonly string[]): string {
  return ['coherence', ...parts].join('/');
}

/**
 * Keeps a document on this device under `name` and loads what is kept. Without a working store the board still opens;
 * only reloading offline is lost.
 */
export async function openOfflineStore(doc: Doc, name: string): Promise<OfflineStore> {
  if (typeof indexedDB === 'undefined') return { wasEmpty: true, close: () => undefined };
  const store = new IndexeddbPersistence(name, doc);
  await loaded(store);
  return { wasEmpty: doc.store.clients.size === 0, close: () => void store.destroy() };
}

/** Empties a copy for good. The database stays: another tab that has it open could no longer keep anything. */
export async function emptyOfflineStore(name: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  const doc = new Doc();
  const store = new IndexeddbPersistence(name, doc);
  await loaded(store);
  const { db } = store;
  if (db !== null) {
    const transaction = db.transaction(['updates'], 'readwrite');
    transaction.objectStore('updates').clear();
    await patiently(
      new Promise<void>((resolve) => {
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () => resolve());
      }),
    );
  }
  await patiently(store.destroy());
  doc.destroy();
}

function loaded(store: IndexeddbPersistence): Promise<unknown> {
  return patiently(store.whenSynced);
}

async function patiently(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, OPEN_LIMIT_MS);
  });
  await Promise.race([work.catch(() => undefined), patience]);
  clearTimeout(timer);
}
