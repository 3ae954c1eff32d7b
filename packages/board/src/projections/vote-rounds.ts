import type { VoteRound } from '../schema/vote-round.ts';
import type { BoardSnapshot } from '../snapshot.ts';

/** A closed round under the name people know it by: what was asked, and how often that had been asked before. */
export type NamedRound = {
  readonly id: string;
  readonly question: string;
  /** 1 for the first round on this question, 2 for the next. */
  readonly number: number;
  readonly round: VoteRound;
};

/** Closed rounds, the earliest first. Rounds of one method on the same question are numbered. */
export function closedRounds(snapshot: Pick<BoardSnapshot, 'voteRounds'>): readonly NamedRound[] {
  const asked = new Map<string, number>();
  return inOrder(snapshot.voteRounds).map((round) => {
    const key = `${round.method} ${round.text.trim().toLowerCase()}`;
    const number = (asked.get(key) ?? 0) + 1;
    asked.set(key, number);
    return { id: round.id, question: round.text, number, round };
  });
}

/**
 * Votes by record id: those of the latest closed round of dots on factors, on groups and so on, each for itself, so that
 * a vote on strategies takes no factor's votes away. What got none is left out. Ratings are no votes.
 */
export function votesByRecord(snapshot: BoardSnapshot): ReadonlyMap<string, number> {
  const rounds = inOrder(snapshot.voteRounds).filter(({ method }) => method === 'dots');
  const votes = new Map<string, number>();
  if (rounds.length === 0) return votes;
  for (const root of ['factors', 'groups', 'needs', 'strategies'] as const) {
    const known = new Set(snapshot[root].map(({ id }) => id));
    const latest = rounds.findLast(({ results }) => Object.keys(results).some((id) => known.has(id)));
    for (const [id, count] of Object.entries(latest?.results ?? {})) {
      if (count > 0 && known.has(id)) votes.set(id, count);
    }
  }
  return votes;
}

function inOrder(rounds: readonly VoteRound[]): readonly VoteRound[] {
  return [...rounds].sort((a, b) => compare(a.closedAt ?? '', b.closedAt ?? '') || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
