import { readSession, watchSession, type Session } from '@coherence/board';
import { useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import { useLive } from '../live-context.tsx';

type SessionReader = { get(): Session; subscribe(listener: () => void): () => void };

const readers = new WeakMap<Doc, SessionReader>();

/** The session of a document, read again only when the server has written it. */
export function sessionReader(doc: Doc): SessionReader {
  const known = readers.get(doc) ?? openReader(doc);
  readers.set(doc, known);
  return known;
}

/** How the session stands now. */
export function useSession(): Session {
  const reader = sessionReader(useLive().doc);
  return useSyncExternalStore(reader.subscribe, reader.get);
}

function openReader(doc: Doc): SessionReader {
  const listeners = new Set<() => void>();
  let current: Session | null = null;
  watchSession(doc, () => {
    current = null;
    for (const listener of Array.from(listeners)) listener();
  });
  return {
    get: () => (current ??= readSession(doc)),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
