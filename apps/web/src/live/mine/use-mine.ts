import { readDrafts, readSession, type Draft } from '@coherence/board';
import { type SavedState, type Role, may } from '@coherence/protocol';
import { useCallback, useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import { deviceStore } from '../device/remembered.ts';
import { useLive } from '../live-context.tsx';
import type { NotSentWhy, Candidate } from '../not-sent/not-sent.ts';
import { emptyOfflineStore } from '../device/offline-store.ts';
import type { LiveBoard } from '../open-board.ts';
import { useValueOr } from '../use-value.ts';
import { keepMine, type MineKeeper } from './keep-mine.ts';
import { mineCopyName, openMine, type Mine } from './mine.ts';
import { openMineEntries } from './mine-entry.ts';

const NEVER = () => () => undefined;
const NONE = () => null;
const NO_DRAFTS: readonly Draft[] = [];
const NOTHING_UNSENT: ReadonlySet<string> = new Set();

/** By the document of the board: the board's life is its life. */
const keepers = new WeakMap<Doc, MineKeeper>();

/**
 * One's private document on the open board, opened when the first screen asks for it and kept for the board's life.
 * Null while it opens, and for observers and displays, who have none. It may become another one: write into the one
 * that is given now.
 */
export function useMine(): Mine | null {
  const board = useLive();
  const has = may(board.role, 'write');
  const subscribe = useCallback((listener: () => void) => keeperOf(board).subscribe(listener), [board]);
  const get = useCallback(() => keepers.get(board.doc)?.getSnapshot() ?? null, [board]);
  return useSyncExternalStore(has ? subscribe : NEVER, has ? get : NONE);
}

/** What `read` says of the private document, read again when it changes; `fallback` where there is none. Both stable. */
export function useMineValue<T>(read: (doc: Doc) => T, fallback: T): T {
  const mine = useMine();
  const subscribe = useCallback(
    (listener: () => void) => {
      mine?.doc.on('update', listener);
      return () => mine?.doc.off('update', listener);
    },
    [mine],
  );
  const get = useCallback(
    () => (mine === null ? fallback : readingOf(mine.doc, read)),
    [mine, read, fallback],
  );
  return useSyncExternalStore(mine === null ? NEVER : subscribe, get);
}

/** Own drafts that wait to be revealed, in writing order. */
export function useDrafts(): readonly Draft[] {
  return useMineValue(readDrafts, NO_DRAFTS);
}

/** Whether what one wrote is on the server's disk; null while the private document opens or where there is none. */
export function useMineSaved(): SavedState | null {
  return useValueOr<SavedState | null>(useMine()?.client.saved, null);
}

/** Ids of drafts with changes that are not known to be on the server. */
export function useUnsentDrafts(): ReadonlySet<string> {
  return useValueOr(useMine()?.notSent, NOTHING_UNSENT);
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

function keeperOf(board: LiveBoard): MineKeeper {
  const known = keepers.get(board.doc);
  if (known !== undefined) return known;
  const { id, me, tray, doc, client } = board;
  const words = deviceStore();
  const keepWords = (drafts: readonly Draft[], why: NotSentWhy): void => {
    if (drafts.length === 0) return;
    const role = client.role.getSnapshot();
    const isDemoted = role !== null && !may(role as Role, 'write');
    tray.keep(
      drafts.map((draft) => draftCandidate(draft, isDemoted ? 'role' : why)),
      null,
    );
    tray.settleWithoutBoard();
  };
  const keeper = keepMine({
    entries: openMineEntries(id, me.participantId, words),
    open: (which) => openMine({ id, me }, which, words),
    empty: (copy) => emptyOfflineStore(mineCopyName(id, me.participantId, copy)),
    openRound: () => (client.synced.getSnapshot() ? roundKeyOf(doc) : null),
    keepWords,
  });
  const close = (): void => {
    keepers.delete(doc);
    stopRole();
    keeper.close();
  };
  const stopRole = client.on('role', (role) => {
    if (!may(role as Role, 'write')) close();
  });
  doc.on('destroy', close);
  keepers.set(doc, keeper);
  return keeper;
}

function roundKeyOf(doc: Doc): string | null {
  const { round } = readSession(doc);
  return round === null ? null : (round.ballots ?? round.id);
}

export type { Mine };

/** A draft that the server will never take, for the tray. It is nobody else's there either. */
function draftCandidate({ id, text, row, column }: Draft, why: NotSentWhy): Candidate {
  const cell = row === null ? null : ([row, column] as const);
  return { root: 'drafts', id, base: null, text, kind: null, cell, pos: null, why };
}
