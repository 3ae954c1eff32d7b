import { cameLate, type VoteRound } from '@coherence/board';
import type { PrivateDoc } from './private-doc.ts';

/**
 * Whether answers that have just arrived, under these rounds, came when the vote was closed. `openRound`: under which
 * ballots of the open vote lie; null when none is open.
 */
export function arrivedLate(
  doc: PrivateDoc['doc'],
  arrived: readonly string[],
  { openRound, closed }: { readonly openRound: string | null; readonly closed: readonly VoteRound[] },
): boolean {
  if (openRound !== null && arrived.includes(openRound)) return false;
  const rounds = closed.filter((one) => arrived.includes(one.ballots ?? one.id));
  const latest = rounds.toSorted((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))[0];
  return latest !== undefined && cameLate(doc, latest).length > 0;
}
