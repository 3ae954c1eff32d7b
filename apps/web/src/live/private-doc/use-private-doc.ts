import { readDrafts, readSession, type Draft } from '@coherence/board';
import { type SavedState, type Role, may } from '@coherence/protocol';
import { useCallback, useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import { complain } from '../complaints.ts';
import { deviceStore } from '../device/remembered.ts';
import { ownFailure } from '../failure.ts';
import { useLive } from '../live-context.tsx';
import type { RejectionReason, Candidate } from '../outbox/rejected.ts';
import { emptyOfflineStore } from '../device/offline-store.ts';
import type { LiveBoard } from '../open-board.ts';
import { useValueOr } from '../use-value.ts';
import { openCurrentPrivateDoc, type CurrentPrivateDoc } from './current-private-doc.ts';
import { privateCopyName, openPrivateDoc, type PrivateDoc } from './private-doc.ts';
import { openCopyRecord } from './copy-record.ts';

const NEVER = () => () => undefined;
const NONE = () => null;
const NO_DRAFTS: readonly Draft[] = [];
const NOTHING_PENDING: ReadonlySet<string> = new Set();

/** By the document of the board: the board's life is its life. */
const opened = new WeakMap<Doc, CurrentPrivateDoc>();

/**
 * One's private document on the open board, opened when the first screen asks for it and kept for the board's life.
 * Null while it opens, and for observers and displays, who have none. It may become another one: write into the one
 * that is given now.
 */
export function usePrivateDoc(): PrivateDoc | null {
  const board = useLive();
  const has = may(board.role, 'write');
  const subscribe = useCallback((listener: () => void) => currentOf(board).subscribe(listener), [board]);
  const get = useCallback(() => opened.get(board.doc)?.getSnapshot() ?? null, [board]);
  return useSyncExternalStore(has ? subscribe : NEVER, has ? get : NONE);
}

/** What `read` says of the private document, read again when it changes; `fallback` where there is none. Both stable. */
export function usePrivateValue<T>(read: (doc: Doc) => T, fallback: T): T {
  const privateDoc = usePrivateDoc();
  const subscribe = useCallback(
    (listener: () => void) => {
      privateDoc?.doc.on('update', listener);
      return () => privateDoc?.doc.off('update', listener);
    },
    [privateDoc],
  );
  const get = useCallback(
    () => (privateDoc === null ? fallback : readingOf(privateDoc.doc, read)),
    [privateDoc, read, fallback],
  );
  return useSyncExternalStore(privateDoc === null ? NEVER : subscribe, get);
}

/** Own drafts that wait to be revealed, in writing order. */
export function useDrafts(): readonly Draft[] {
  return usePrivateValue(readDrafts, NO_DRAFTS);
}

/** Whether what one wrote is on the server's disk; null while the private document opens or where there is none. */
export function usePrivateSaved(): SavedState | null {
  return useValueOr<SavedState | null>(usePrivateDoc()?.client.saved, null);
}

/** Ids of drafts with changes that are not known to be on the server. */
export function usePendingDrafts(): ReadonlySet<string> {
  return useValueOr(usePrivateDoc()?.pendingDrafts, NOTHING_PENDING);
}

type Readings = Map<(doc: Doc) => unknown, unknown>;
const readings = new WeakMap<Doc, Readings>();

/** What a reader said last of a document; forgotten whenever the document changes. */
function readingOf<T>(doc: Doc, read: (doc: Doc) => T): T {
  const known = readings.get(doc) ?? rememberReadings(doc);
  if (!known.has(read)) known.set(read, read(doc));
  return known.get(read) as T;
}

function rememberReadings(doc: Doc): Readings {
  const known: Readings = new Map();
  readings.set(doc, known);
  doc.on('afterTransaction', () => known.clear());
  return known;
}

function currentOf(board: LiveBoard): CurrentPrivateDoc {
  const known = opened.get(board.doc);
  if (known !== undefined) return known;
  const { id, me, rejected, doc, client, snapshots } = board;
  const words = deviceStore();
  const reject = (drafts: readonly Draft[], why: RejectionReason): void => {
    if (drafts.length === 0) return;
    const role = client.role.getSnapshot();
    const isDemoted = role !== null && !may(role as Role, 'write');
    rejected.add(
      drafts.map((draft) => draftCandidate(draft, isDemoted ? 'role' : why)),
      null,
    );
    rejected.settleWithoutBoard();
  };
  const current = openCurrentPrivateDoc({
    record: openCopyRecord(id, me.participantId, words),
    open: (which) => openPrivateDoc({ id, me }, which, words),
    empty: (copy) => emptyOfflineStore(privateCopyName(id, me.participantId, copy)),
    openRound: () => (client.synced.getSnapshot() ? roundKeyOf(doc) : undefined),
    whenBoardKnown: (listener) => whenSynced(client, listener),
    answersSent: (privateDoc, rounds) =>
      whenSynced(client, () => {
        const now = { openRound: roundKeyOf(doc), closed: snapshots.get().voteRounds };
        // Where this part does not arrive, it is said above the result.
        const later = import('./late-answers.ts').then(
          ({ arrivedLate }) => arrivedLate(privateDoc, rounds, now),
          () => false,
        );
        void later.then((isLate) => isLate && complain(ownFailure('vote-came-late')));
      }),
    answersLate: () => complain(ownFailure('vote-came-late')),
    reject,
  });
  const close = (): void => {
    opened.delete(doc);
    stopRole();
    current.close();
  };
  const stopRole = client.on('role', (role) => {
    if (!may(role as Role, 'write')) close();
  });
  doc.on('destroy', close);
  opened.set(doc, current);
  return current;
}

/** Calls `listener` once, as soon as the board is what the server has. */
function whenSynced(client: LiveBoard['client'], listener: () => void): void {
  if (client.synced.getSnapshot()) return listener();
  const stop = client.on('synced', () => {
    stop();
    listener();
  });
}

function roundKeyOf(doc: Doc): string | null {
  const { round } = readSession(doc);
  return round === null ? null : (round.ballots ?? round.id);
}

export type { PrivateDoc };

/** A draft that the server will never take, as a rejected item. No other person sees it there either. */
function draftCandidate({ id, text, row, column }: Draft, why: RejectionReason): Candidate {
  const cell = row === null ? null : ([row, column] as const);
  return { root: 'drafts', id, base: null, text, kind: null, cell, pos: null, why };
}
