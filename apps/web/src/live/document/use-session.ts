import { readSession, watchSession, type Session, currentPhase, type Phase } from '@coherence/board';
import { settableValue, type ObservableValue } from '@coherence/protocol/observable-value';
import type { Doc } from 'yjs';
import { useLive } from '../live-context.tsx';
import { useValue } from '../use-value.ts';

const readers = new WeakMap<Doc, ObservableValue<Session>>();

/** The session of a document, read again only when the server has written it. */
export function sessionReader(doc: Doc): ObservableValue<Session> {
  const known = readers.get(doc) ?? openReader(doc);
  readers.set(doc, known);
  return known;
}

/** How the session stands now. */
export function useSession(): Session {
  return useValue(sessionReader(useLive().doc));
}

function openReader(doc: Doc): ObservableValue<Session> {
  const session = settableValue(readSession(doc));
  watchSession(doc, () => void session.set(readSession(doc)));
  return session;
}

/** The phase the room is in; null when no agenda runs. */
export function usePhase(): Phase | null {
  return currentPhase(useSession());
}
