import { currentPhase, IDENTITIES } from '@coherence/board';
import type { Draft, Identity, Phase, Session } from '@coherence/board';

/** The phase whose drafts are waiting: the one that is on, or the last write phase before it. */
export function writePhaseOf(session: Session): Phase | null {
  const at = session.agenda.findIndex(({ id }) => id === session.phase?.id);
  return session.agenda.slice(0, at + 1).findLast(({ kind }) => kind === 'write') ?? null;
}

/** Whether people are writing alone, or what they wrote is about to be revealed. */
export function isWriting(session: Session): boolean {
  const kind = currentPhase(session)?.kind;
  return kind === 'write' || kind === 'reveal';
}

/**
 * The name under which a reveal is noted in the session; `none` without an agenda. What a draft says of its phase is its
 * writer's word: one that no agenda has had is `gone`, so that the notes of reveals stay few.
 */
export function phaseKeyOf({ phase }: Pick<Draft, 'phase'>, session: Session): string {
  if (phase === null) return writePhaseOf(session)?.id ?? 'none';
  const isKnown = session.agenda.some(({ id }) => id === phase) || Object.hasOwn(session.revealed, phase);
  return isKnown ? phase : 'gone';
}

/** What a draft's writer was promised. A phase that is no longer on the agenda promised the most. */
export function identityOf(draft: Draft, session: Session): Identity {
  const key = phaseKeyOf(draft, session);
  if (key === 'none') return 'unit';
  return session.agenda.find(({ id }) => id === key)?.identity ?? 'anonymous';
}

/** Whether `after` shows more of people than `before` did. */
export function showsMore(after: Identity, before: Identity): boolean {
  return IDENTITIES.indexOf(after) < IDENTITIES.indexOf(before);
}

export const hasWords = ({ text }: Draft): boolean => text.trim() !== '';
