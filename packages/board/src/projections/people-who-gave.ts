import { mergeRoots } from '../merging/merge-roots.ts';
import type { VoteRound } from '../schema/vote-round.ts';
import type { BoardSnapshot } from '../snapshot.ts';

/** `atLeast`: they may be more. */
export type PeopleWhoGave = { readonly voters: number; readonly atLeast: boolean };

/**
 * How many people gave an item anything. Ballots are counted item by item and never kept, so of what was merged since
 * no person knows who gave to both: at least as many as gave to one of them, at most all who voted.
 */
export function peopleWhoGave(
  snapshot: Pick<BoardSnapshot, 'factors' | 'merged' | 'unmerged'>,
  round: Pick<VoteRound, 'id' | 'voters' | 'participants'>,
): (id: string) => PeopleWhoGave {
  const asCounted = snapshot.unmerged.voteRounds?.find(({ id }) => id === round.id) ?? round;
  const pointers = [
    ...snapshot.factors.map(({ id }) => [id, null] as const),
    ...snapshot.merged.map(({ id, into }) => [id, into] as const),
  ];
  const roots = mergeRoots(new Map(pointers));
  const counts = new Map<string, number[]>();
  for (const [id, count] of Object.entries(asCounted.voters)) {
    const stands = roots.get(id) ?? id;
    counts.set(stands, [...(counts.get(stands) ?? []), count]);
  }
  return (id) => {
    const each = counts.get(id) ?? [0];
    const voters = Math.max(...each);
    const most = Math.min(
      round.participants ?? Infinity,
      each.reduce((sum, count) => sum + count, 0),
    );
    return { voters, atLeast: most > voters };
  };
}
