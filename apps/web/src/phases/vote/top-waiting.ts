import {
  currentPhase,
  phaseFacts,
  voteResult,
  type BoardSnapshot,
  type Session,
  type VoteResult,
} from '@coherence/board';
import { closedRoundOf } from '../../together/clock/phase-times.ts';
import { topOnMap } from './run-vote.ts';

/** `count`: how many are wanted; `n`: how many come, with those on the last rank. */
export type TopWaiting = { readonly result: VoteResult; readonly count: number; readonly n: number };

/**
 * The top of the vote that was closed in this phase, where the agenda goes on to the map and none of it is there yet;
 * once somebody has begun to put factors there, what else belongs on the map is theirs to say.
 */
export function topWaiting(session: Session, snapshot: BoardSnapshot, count: number): TopWaiting | null {
  const phase = currentPhase(session);
  if (phase?.kind !== 'vote' || session.round !== null) return null;
  const following = session.agenda.slice(session.agenda.indexOf(phase) + 1);
  const goesToMap = following.some(({ kind }) => phaseFacts(kind).on === 'map');
  const closed = closedRoundOf(session, phase.id, snapshot.voteRounds);
  if (!goesToMap || closed?.method !== 'dots') return null;
  const result = voteResult(snapshot, closed.id);
  if (result === null) return null;
  const { ids, records } = topOnMap(snapshot, result, count);
  const onMap = new Set(
    [...snapshot.factors, ...snapshot.strategies].flatMap(({ id, pos }) => (pos === null ? [] : [id])),
  );
  return records.length === 0 || records.some((id) => onMap.has(id))
    ? null
    : { result, count, n: ids.length };
}
