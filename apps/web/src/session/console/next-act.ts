import {
  currentPhase,
  type OpenRound,
  type Phase,
  type PhaseKind,
  type Session,
  type VoteRound,
} from '@coherence/board';
import { closedRoundOf, hasEnded } from '../clock/phase-times.ts';
import { sumOf } from './sum-of.ts';
import type { TopWaiting } from '../vote/top-waiting.ts';

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

const READING: readonly PhaseKind[] = ['reveal', 'walk', 'merge'];

/** The next act of who leads the room; null without an agenda, and once the session is over. */
export function nextAct({ session, rounds, people, top }: RoomNow): NextAct | null {
  const { agenda } = session;
  const phase = currentPhase(session);
  if (phase === null) {
    return agenda[0] === undefined || hasEnded(session) ? null : { kind: 'start', phase: agenda[0] };
  }
  const following = agenda[agenda.indexOf(phase) + 1] ?? null;
  const notes = notesWaiting(session, phase);
  const isRead = phase.kind === 'write' && following !== null && READING.includes(following.kind);
  const reading = isRead ? following : null;
  if (notes > 0) {
    const stillWriting = phase.kind === 'write' ? Math.max(0, people - sumOf(session.writing.done)) : 0;
    return { kind: 'reveal', notes, stillWriting, reading };
  }
  if (fewWait(session, phase)) return { kind: 'few', asked: isAsked(session), reading };
  if (phase.kind === 'vote' || phase.kind === 'rate') {
    if (session.round !== null) return { kind: 'close-vote', round: session.round };
    if (closedRoundOf(session, phase.id, rounds) === null) return { kind: 'open-vote', phase };
    if (top !== null) return { kind: 'top', top };
  }
  return following === null ? { kind: 'end' } : { kind: 'go', phase: following };
}

/** Notes the act can reveal. Their counts are kept up while people write, and while a reveal is the phase. */
export function notesWaiting(session: Session, phase: Phase): number {
  return isToReveal(session, phase) ? sumOf(session.writing.drafts) : 0;
}

/** Whether notes wait that no reveal shows yet, because fewer than three people wrote them without a name. */
export function fewWait(session: Session, phase: Phase): boolean {
  return session.writing.few === true && isToReveal(session, phase);
}

/** Whether those who wrote last are being asked; a question about an earlier phase was never closed. */
export function isAsked({ agenda, asked, phase }: Session): boolean {
  const before = agenda.slice(0, agenda.findIndex(({ id }) => id === phase?.id) + 1);
  return asked !== null && asked.phase === before.findLast(({ kind }) => kind === 'write')?.id;
}

function isToReveal(session: Session, phase: Phase): boolean {
  if (phase.kind === 'write' || phase.kind === 'reveal') return true;
  if (!READING.includes(phase.kind)) return false;
  const before = session.agenda.slice(0, session.agenda.indexOf(phase));
  const written = before.findLast(({ kind }) => kind === 'write');
  return written !== undefined && session.revealed[written.id] === undefined;
}
