import { castVote, fitBallot, NO_BALLOT, type BallotFit, type OpenRound } from '@coherence/board';
import { useCallback } from 'react';
import { complain } from '../../../live/complaints.ts';
import type { PrivateDoc } from '../../../live/private-doc/private-doc.ts';
import { serverClock } from '../../../live/server/server-clock.ts';
import { usePrivateDoc, usePrivateValue } from '../../../live/private-doc/use-private-doc.ts';

export type BallotHold = {
  /** Null while the private document opens. */
  readonly fit: BallotFit | null;
  /** Gives an item its mark on a question; 0 takes it back. */
  give(item: string, mark: number, question?: number): void;
};

/** The ballot of an open round: one's own, or (`person`) that of somebody without a device. */
export function useBallot(round: OpenRound, person: string | null): BallotHold {
  const privateDoc = usePrivateDoc();
  const read = useCallback((doc: PrivateDoc['doc']) => fitBallot(doc, round, person), [round, person]);
  const fit = usePrivateValue(read, NO_BALLOT);
  const give = (item: string, mark: number, question = 0): void => {
    if (privateDoc === null) return;
    const cast = castVote(privateDoc.doc, round, item, mark, {
      for: person,
      question,
      now: serverClock.now(),
    });
    if (!cast.ok) complain(cast.error);
  };
  return { fit: privateDoc === null ? null : fit, give };
}
