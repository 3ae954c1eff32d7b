import type { Session } from '@coherence/board';

export type MissedSteps = {
  /** From 1. */
  readonly step: number;
  readonly of: number;
  readonly title: string;
  readonly notes: number;
  readonly links: number;
  readonly votes: number;
};

/** What somebody missed who comes while the room is in the midst of its agenda; null before and at the first step. */
export function missedBy(
  { agenda, phase, revealed }: Pick<Session, 'agenda' | 'phase' | 'revealed'>,
  board: {
    readonly factors: readonly unknown[];
    readonly influences: readonly unknown[];
    readonly voteRounds: readonly unknown[];
  },
): MissedSteps | null {
  const at = agenda.findIndex(({ id }) => id === phase?.id);
  const title = agenda[at]?.title;
  if (at < 1 || title === undefined) return null;
  return {
    step: at + 1,
    of: agenda.length,
    title,
    notes: Object.keys(revealed).length === 0 ? 0 : board.factors.length,
    links: board.influences.length,
    votes: board.voteRounds.length,
  };
}
