import { IndexeddbPersistence } from 'y-indexeddb';
import { Doc } from 'yjs';
import { noteRefused } from './keeping.ts';
import { attempt } from './remembered.ts';

/** How long a stuck IndexedDB (private windows, full disks) may hold up opening a board, in ms. */
const OPEN_LIMIT_MS = 2000;

type OfflineStore = { readonly wasEmpty: boolean; close(): void };

/** The name of a copy on this device: board, generation, participant. */
export function copyName(parts: readonly string[]): string {
  return ['coherence', ...parts].join('/');
}

/**
 * Keeps a document on this device under `name` and loads what is kept. Without a working store the board still opens;
 * only reloading offline is lost, and `deviceKeeping` says so, also where the store fails later.
 */
export async function openOfflineStore(doc: Doc, name: string): Promise<OfflineStore> {
  const store = await openStore(name, doc);
  if (store === null) return { wasEmpty: true, close: () => undefined };
  return { wasEmpty: doc.store.clients.size === 0, close: () => void store.destroy() };
}

/** Empties a copy for good. The database stays: another tab that has it open could no longer keep anything. */
export async function emptyOfflineStore(name: string): Promise<void> {
  const doc = new Doc();
  const store = await openStore(name, doc);
  const db = store?.db ?? null;
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
  if (store !== null) await patiently(store.destroy());
  doc.destroy();
}

/** The store of a document with what it holds; null where this browser has none that works. */
async function openStore(name: string, doc: Doc): Promise<IndexeddbPersistence | null> {
  if (!(await databasesWork())) {
    noteRefused('documents');
    return null;
  }
  const store = new IndexeddbPersistence(name, doc);
  const isLoaded = await patiently(store.whenSynced);
  // A copy that could not be read does not keep, either.
  if (!isLoaded) noteRefused('documents');
  if (store.db !== null) watch(store, store.db);
  return store;
}

/**
 * A database that fails later (full disk, site data taken away) is left at once: what it holds stays readable, and no
 * error of it reaches the edit that was being kept.
 */
function watch(store: IndexeddbPersistence, db: IDBDatabase): void {
  const leave = (event: Event): void => {
    event.stopPropagation();
    noteRefused('documents');
    void store.destroy();
  };
  db.addEventListener('error', leave, true);
  db.addEventListener('abort', leave, true);
  db.addEventListener('close', leave);
}

let working: Promise<boolean> | null = null;

/**
 * Whether this browser has databases that keep something, found out once: y-indexeddb waits for ever where it has none.
 * `indexedDB` may be missing, throw when it is named, or fail to open or to write.
 */
function databasesWork(): Promise<boolean> {
  working ??= new Promise<boolean>((resolve) => {
    const opening = attempt(() => indexedDB.open('coherence/trial'));
    if (opening === null) return resolve(false);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('trial'));
    opening.addEventListener('error', () => resolve(false));
    opening.addEventListener('success', () => {
      const db = opening.result;
      const end = (works: boolean) => () => {
        db.close();
        resolve(works);
      };
      const writing = attempt(() => db.transaction(['trial'], 'readwrite'));
      if (writing === null) return end(false)();
      writing.objectStore('trial').put('works', 'trial');
      writing.addEventListener('complete', end(true));
      writing.addEventListener('abort', end(false));
    });
    setTimeout(() => resolve(false), OPEN_LIMIT_MS);
  });
  return working;
}

/** Whether the work was done in time. */
async function patiently(work: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), OPEN_LIMIT_MS);
  });
  const isDone = await Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    patience,
  ]);
  clearTimeout(timer);
  return isDone;
}
