import { breakoutNow, type Actor, type Result } from '@coherence/board';
import { useCallback, useMemo } from 'react';
import type { Doc } from 'yjs';
import { complain } from '../complaints.ts';
import { ownFailure, type Failed } from '../failure.ts';
import { useLive } from '../live-context.tsx';
import type { LiveBoard } from '../open-board.ts';
import { sessionReader, useSession } from './use-session.ts';

export type Change<T> = (doc: Doc, actor: Actor) => Result<T, Failed> | void;

/** This person as the document may know them now: their unit, and the room they work in while the phase has rooms. */
export function actorNow({ actor, doc, me }: LiveBoard): Actor {
  return { ...actor, room: breakoutNow(sessionReader(doc).getSnapshot(), me.participantId) };
}

/** `actorNow` for the open board. */
export function useActor(): Actor {
  const board = useLive();
  const session = useSession();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- read from the session, anew when that has changed
  return useMemo(() => actorNow(board), [board, session]);
}

/**
 * Runs one change as one undo step of this person. A change that is refused tells them why and gives null, as does
 * any change by someone who may only look.
 */
export function runOperation<T>(board: LiveBoard, change: Change<T>): T | null {
  if (!board.canEdit) {
    complain(ownFailure('read-only'));
    return null;
  }
  const result = board.undo.step(() => change(board.doc, actorNow(board)));
  if (result === undefined) return null;
  if (result.ok) return result.value;
  complain(result.error);
  return null;
}

/** `runOperation` for the open board. */
export function useOperation(): <T>(change: Change<T>) => T | null {
  const board = useLive();
  return useCallback((change) => runOperation(board, change), [board]);
}
