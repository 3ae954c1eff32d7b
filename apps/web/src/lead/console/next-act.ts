import {
  currentPhase,
  phaseFacts,
  readsNotes,
  type OpenRound,
  type Phase,
  type Session,
  type VoteRound,
} from '@coherence/board';
import { closedRoundOf, hasEnded } from '../../together/clock/phase-times.ts';
import { sumOf } from '../../together/counts/attending.ts';
import { fewWait, isAsked, notesWaiting } from '../../phases/reveal/notes-waiting.ts';
import type { TopWaiting } from '../../phases/vote/top-on-map.ts';

/** What the one primary button does next. */
export type NextAct =
  | { readonly kind: 'start' | 'go'; readonly phase: Phase }
  /** `reading`: the phase in which the notes are read, gone to in the same act. */
  | {
      readonly kind: 'reveal';
      readonly notes: number;
      readonly stillWriting: number;
      readonly reading: Phase | null;
    }
  /** Fewer than three wrote without a name. `asked`: they were asked whether their notes may be shown. */
  | { readonly kind: 'few'; readonly asked: boolean; readonly reading: Phase | null }
  | { readonly kind: 'open-vote'; readonly phase: Phase }
  | { readonly kind: 'close-vote'; readonly round: OpenRound }
  | { readonly kind: 'top'; readonly top: TopWaiting }
  | { readonly kind: 'end' };

export type RoomNow = {
  readonly session: Session;
  readonly rounds: readonly VoteRound[];
  /** People in the room who do not lead it. */
  readonly people: number;
  /** What the vote of this phase has put first, while none of it is on the map. */
  readonly top: TopWaiting | null;
};

/** The next act of who leads the room; null without an agenda, and once the session is over. */
export function nextAct({ session, rounds, people, top }: RoomNow): NextAct | null {
  const { agenda } = session;
  const phase = currentPhase(session);
  if (phase === null) {
    return agenda[0] === undefined || hasEnded(session) ? null : { kind: 'start', phase: agenda[0] };
  }
  const following = agenda[agenda.indexOf(phase) + 1] ?? null;
  const notes = notesWaiting(session, phase);
  const { work } = phaseFacts(phase.kind);
  const isRead = work === 'write' && following !== null && readsNotes(following.kind);
  const reading = isRead ? following : null;
  if (notes > 0) {
    const stillWriting = work === 'write' ? Math.max(0, people - sumOf(session.writing.done)) : 0;
    return { kind: 'reveal', notes, stillWriting, reading };
  }
  if (fewWait(session, phase)) return { kind: 'few', asked: isAsked(session), reading };
  if (work === 'vote') {
    if (session.round !== null) return { kind: 'close-vote', round: session.round };
    if (closedRoundOf(session, phase.id, rounds) === null) return { kind: 'open-vote', phase };
    if (top !== null) return { kind: 'top', top };
  }
  return following === null ? { kind: 'end' } : { kind: 'go', phase: following };
}
