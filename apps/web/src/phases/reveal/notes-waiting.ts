import { phaseFacts, type Phase, type Session } from '@coherence/board';
import { sumOf } from '../../together/counts/attending.ts';

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
  return (
    asked !== null && asked.phase === before.findLast(({ kind }) => phaseFacts(kind).work === 'write')?.id
  );
}

function isToReveal(session: Session, phase: Phase): boolean {
  const { work } = phaseFacts(phase.kind);
  if (work === 'write' || work === 'reveal') return true;
  if (work !== 'read-notes') return false;
  const before = session.agenda.slice(0, session.agenda.indexOf(phase));
  const written = before.findLast(({ kind }) => phaseFacts(kind).work === 'write');
  return written !== undefined && session.revealed[written.id] === undefined;
}
