import { castVote, readBallot, type Ballot, type OpenRound } from '@coherence/board';
import { useCallback } from 'react';
import { complain } from '../../../live/complaints.ts';
import type { PrivateDoc } from '../../../live/private-doc/private-doc.ts';
import { usePrivateDoc, usePrivateValue } from '../../../live/private-doc/use-private-doc.ts';

const NOTHING: Ballot = {};

export type BallotHold = {
  /** Null while the private document opens. */
  readonly ballot: Ballot | null;
  /** Gives an item its mark on a question; 0 takes it back. */
  give(item: string, mark: number, question?: number): void;
};

/** The ballot of an open round: one's own, or (`person`) that of somebody without a device. */
export function useBallot(round: OpenRound, person: string | null): BallotHold {
  const privateDoc = usePrivateDoc();
  const { id, ballots } = round;
  const read = useCallback(
    (doc: PrivateDoc['doc']) => readBallot(doc, { id, ballots }, person),
    [id, ballots, person],
  );
  const ballot = usePrivateValue(read, NOTHING);
  const give = (item: string, mark: number, question = 0): void => {
    if (privateDoc === null) return;
    const cast = castVote(privateDoc.doc, round, item, mark, { for: person, question });
    if (!cast.ok) complain(cast.error);
  };
  return { ballot: privateDoc === null ? null : ballot, give };
}
