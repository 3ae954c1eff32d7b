import { currentPhase, minutesOf, type Phase, type Session, type VoteRound } from '@coherence/board';

const MINUTE_MS = 60_000;
/** Beyond this a plan says nothing: the board was left in a phase over lunch, or over night. */
const MOST_MINUTES = 240;

/** When a phase was on, milliseconds since 1970; the one that is on has no end yet. */
export function timesOf(
  { went }: Pick<Session, 'went'>,
  phase: string,
): readonly { from: number; to: number }[] {
  return went.flatMap(({ phase: id, at }, index) =>
    id === phase ? [{ from: at, to: went[index + 1]?.at ?? Number.POSITIVE_INFINITY }] : [],
  );
}

/**
 * Whole minutes of its plan that a phase has not used yet, however often it was on; null where that is nothing to choose:
 * it has no clock, was never on, or is within a minute of none or all of them.
 */
export function unusedMinutes(
  session: Pick<Session, 'went'>,
  { id, minutes }: Pick<Phase, 'id' | 'minutes'>,
): number | null {
  const went = session.went.slice(startOf(session));
  const used = timesOf({ went }, id).reduce((sum, { from, to }) => sum + (to - from) / MINUTE_MS, 0);
  const left = Math.floor(minutes - used);
  return used >= 1 && left >= 1 ? left : null;
}

/** From where on in `went` people have not worked freely. */
const startOf = ({ went }: Pick<Session, 'went'>): number =>
  went.findLastIndex(({ phase }) => phase === null) + 1;

/** Whether there was a session and it is over: people work freely again. */
export function hasEnded({ phase, went }: Pick<Session, 'phase' | 'went'>): boolean {
  return phase === null && went.length > 0;
}

/** The latest vote that was closed while a phase was on; null for none. */
export function closedRoundOf(
  session: Session,
  phase: string,
  rounds: readonly VoteRound[],
): VoteRound | null {
  const times = timesOf(session, phase);
  const closed = rounds
    .map((round) => ({ round, at: Date.parse(round.closedAt ?? '') }))
    .filter(({ at }) => times.some(({ from, to }) => at >= from && at <= to));
  return closed.toSorted((a, b) => b.at - a.at)[0]?.round ?? null;
}

/** When the phase that is on will be over at the earliest, milliseconds since 1970; null when none is. */
function expectedEnd({ phase }: Session, now: number): number | null {
  return phase === null ? null : Math.max(phase.endsAt ?? now, now);
}

/**
 * Whole minutes by which the phase that is on will end later than planned, if it ends with its clock; negative is
 * ahead. The plan counts from the first phase since people last worked freely. Null where there is nothing to compare.
 */
export function minutesBehind(session: Session, now: number): number | null {
  const { agenda, went } = session;
  const phase = currentPhase(session);
  const end = expectedEnd(session, now);
  const [first] = went.slice(startOf(session));
  const from = agenda.findIndex(({ id }) => id === first?.phase);
  if (phase === null || end === null || first === undefined || from === -1) return null;
  const planned = minutesOf(agenda.slice(0, agenda.indexOf(phase) + 1)) - minutesOf(agenda.slice(0, from));
  const behind = Math.round((end - first.at) / MINUTE_MS - planned);
  return Math.abs(behind) > MOST_MINUTES ? null : behind;
}

/** When each phase of the agenda ends if the rest goes as planned, by phase id; phases before the current have none. */
export function plannedEnds(session: Session, startsAt: number, now: number): ReadonlyMap<string, number> {
  const { agenda } = session;
  const at = agenda.findIndex(({ id }) => id === session.phase?.id);
  const ends = new Map<string, number>();
  let end = at === -1 ? startsAt : (expectedEnd(session, now) ?? startsAt);
  for (const [index, { id, minutes }] of agenda.entries()) {
    if (index < at) continue;
    if (index > at) end += minutes * MINUTE_MS;
    ends.set(id, end);
  }
  return ends;
}
