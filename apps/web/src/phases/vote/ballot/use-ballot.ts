import { castVote, readBallot, type Ballot, type OpenRound } from '@coherence/board';
import { useCallback } from 'react';
import { complain } from '../../../live/complaints.ts';
import type { Mine } from '../../../live/mine/mine.ts';
import { useMine, useMineValue } from '../../../live/mine/use-mine.ts';

const NOTHING: Ballot = {};

export type BallotHold = {
  /** Null while the private document opens. */
  readonly ballot: Ballot | null;
  /** Gives an item its mark on a question; 0 takes it back. */
  give(item: string, mark: number, question?: number): void;
};

/** The ballot of an open round: one's own, or (`person`) that of somebody without a device. */
export function useBallot(round: OpenRound, person: string | null): BallotHold {
  const mine = useMine();
  const { id, ballots } = round;
  const read = useCallback(
    (doc: Mine['doc']) => readBallot(doc, { id, ballots }, person),
    [id, ballots, person],
  );
  const ballot = useMineValue(read, NOTHING);
  const give = (item: string, mark: number, question = 0): void => {
    if (mine === null) return;
    const cast = castVote(mine.doc, round, item, mark, { for: person, question });
    if (!cast.ok) complain(cast.error);
  };
  return { ballot: mine === null ? null : ballot, give };
}
