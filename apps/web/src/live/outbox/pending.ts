import { RECORD_ROOTS, touchedIn, type Touched } from '@coherence/board';
import type { Doc, Transaction } from 'yjs';
import { attempt, type ListedStore } from '../device/remembered.ts';
import { pendingIn, type PendingEdit } from './pending-edits.ts';

export type Pending<Entry> = {
  records(): readonly Entry[];
  /** All of it is on the server, or kept elsewhere. */
  clear(): void;
  stop(): void;
};
export type PendingEdits = Pending<PendingEdit>;

/** Where words are noted; its names can be looked through. */
export type WordStore = ListedStore;

/** What can be written in a document, and how it is told and read again. */
export type PendingKind<Entry> = {
  /** What a transaction of this person has changed; what is in `known`, by `keyOf`, may be left out. */
  readonly pending: (touched: readonly Touched[], known: ReadonlyMap<string, unknown>) => readonly Entry[];
  readonly keyOf: (entry: Entry) => string;
  readonly isEntry: (value: unknown) => value is Entry;
};

const WORDS: PendingKind<PendingEdit> = {
  pending: pendingIn,
  keyOf: ({ root, id, key }) => `${root}/${id}${key === undefined ? '' : `/${key}`}`,
  isEntry: isRecord,
};

/** `watchPending` for what one writes and changes on a board. */
export function watchPendingEdits(doc: Doc, copy: string, store: WordStore | null): PendingEdits {
  return watchPending(doc, copy, store, WORDS);
}

/**
 * Notes where this device has written since everything was last saved, from the first letter on and over reloads:
 * what a server refuses much later can then be told from what others wrote. `copy` names the device's copy of the
 * document; several tabs may hold it.
 */
export function watchPending<Entry>(
  doc: Doc,
  copy: string,
  store: WordStore | null,
  { pending, keyOf, isEntry }: PendingKind<Entry>,
): Pending<Entry> {
  // The stored key: devices have had it since version 0.1.
  const prefix = `coherence.unsent.${copy}.`;
  const own = prefix + doc.clientID;
  const inherited = store === null ? [] : entriesUnder(store, prefix);
  const records = new Map<string, Entry>();
  for (const { value } of inherited) for (const entry of readList(value).filter(isEntry)) note(entry);

  function note(entry: Entry): boolean {
    const key = keyOf(entry);
    if (records.has(key)) return false;
    records.set(key, entry);
    return true;
  }

  const onTransaction = (transaction: Transaction): void => {
    if (!transaction.local) return;
    const isMore = pending(touchedIn(doc, transaction), records).map(note).includes(true);
    if (isMore) attempt(() => store?.setItem(own, JSON.stringify([...records.values()])));
  };
  doc.on('afterTransaction', onTransaction);

  return {
    records: () => [...records.values()],
    clear() {
      if (records.size === 0) return;
      records.clear();
      // Another tab that has the same copy open may have noted more since.
      for (const { key, value } of inherited.splice(0)) {
        if (store?.getItem(key) === value) attempt(() => store.removeItem(key));
      }
      attempt(() => store?.removeItem(own));
    },
    stop: () => doc.off('afterTransaction', onTransaction),
  };
}

function entriesUnder(store: WordStore, prefix: string): { key: string; value: string }[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key, value: store.getItem(key) ?? '' }));
}

function readList(value: string): unknown[] {
  const list = attempt(() => JSON.parse(value) as unknown);
  return Array.isArray(list) ? list : [];
}

function isRecord(value: unknown): value is PendingEdit {
  const entry = value as Partial<PendingEdit> | null;
  const isKnown = [...RECORD_ROOTS, 'meta'].some((root) => root === entry?.root);
  return isKnown && typeof entry?.id === 'string' && (entry.base === null || typeof entry.base === 'string');
}
