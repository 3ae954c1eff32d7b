import {
  currentPhase,
  factorOfGroup,
  phaseFacts,
  topOf,
  voteResult,
  type BoardSnapshot,
  type Session,
  type Top,
  type VoteResult,
} from '@coherence/board';
import { settableValue } from '@coherence/protocol/observable-value';
import { closedRoundOf } from '../../together/clock/phase-times.ts';
import { useValue } from '../../live/use-value.ts';

/** Which records of the map the top of a result stands for: a group for the factor that says its name, once it has one. */
export function topOnMap(
  snapshot: BoardSnapshot,
  result: VoteResult,
  count: number,
): Top & { readonly records: readonly string[] } {
  const top = topOf(result, count);
  const groups = new Set(snapshot.groups.map(({ id }) => id));
  const records = top.ids.map((id) => (groups.has(id) ? (factorOfGroup(snapshot, id) ?? id) : id));
  return { ...top, records };
}

/** `count`: how many are wanted; `n`: how many come, with those on the last rank. */
export type TopWaiting = { readonly result: VoteResult; readonly count: number; readonly n: number };

/**
 * The top of the vote that was closed in this phase, where the agenda goes on to the map and none of it is there yet;
 * once somebody has begun to put factors there, what else belongs on the map is theirs to say.
 */
export function topWaiting(session: Session, snapshot: BoardSnapshot, count: number): TopWaiting | null {
  const phase = currentPhase(session);
  if (phase === null || phaseFacts(phase.kind).vote !== 'dots' || session.round !== null) return null;
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

/** As many as a group can link in one sitting. */
const TOP_SUGGESTED = 15;

/** How many of the top a facilitator wants on the map, by board; the button of the console and the field for it agree. */
const chosenCounts = settableValue<ReadonlyMap<string, number>>(new Map());

/** The number wanted on this board and the way to change it. */
export function useTopCount(board: string): [number, (count: number) => void] {
  const count = useValue(chosenCounts).get(board) ?? TOP_SUGGESTED;
  return [count, (next) => void chosenCounts.set(new Map([...chosenCounts.getSnapshot(), [board, next]]))];
}
