import { openRoundSchema, type OpenRound } from '../schema/round.ts';

/** An open round of dots on a, b and c, five dots each and two for one item at most, or another one. */
export function roundOf(change: Partial<OpenRound> = {}): OpenRound {
  const { phase = null, ballots = null, ...rest } = change;
  const base = openRoundSchema.parse({ id: 'r1', items: ['a', 'b', 'c'], openedAt: 0 });
  return { ...base, phase, ballots, ...rest };
}
