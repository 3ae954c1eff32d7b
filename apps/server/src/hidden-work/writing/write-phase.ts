import { RESERVED_PHASES } from '@coherence/protocol/http';
import { ANONYMITIES, phaseFacts, workNow } from '@coherence/board';
import type { Draft, Anonymity, Phase, Session } from '@coherence/board';

/** The phase whose drafts are waiting: the one that is on, or the last write phase before it. */
export function writePhaseOf(session: Pick<Session, 'agenda' | 'phase'>): Phase | null {
  const at = session.agenda.findIndex(({ id }) => id === session.phase?.id);
  return session.agenda.slice(0, at + 1).findLast(({ kind }) => phaseFacts(kind).work === 'write') ?? null;
}

/** Whether people are writing alone, or what they wrote is about to be revealed. */
export function isWriting(session: Session): boolean {
  const work = workNow(session);
  return work === 'write' || work === 'reveal';
}

/** Names of `phaseKeyOf` for drafts without a phase that is known; no phase of an agenda has such an id. */
const [GONE, NONE] = RESERVED_PHASES;

type Agenda = Pick<Session, 'agenda' | 'phase' | 'revealed'>;

/**
 * The name under which a reveal is noted in the session; `none` without an agenda. What a draft says of its phase is its
 * writer's word: one that no agenda has had is `gone`, so that the notes of reveals stay few.
 */
export function phaseKeyOf({ phase }: Pick<Draft, 'phase'>, session: Agenda): string {
  if (phase === null) return writePhaseOf(session)?.id ?? NONE;
  const isKnown = session.agenda.some(({ id }) => id === phase) || Object.hasOwn(session.revealed, phase);
  return isKnown ? phase : GONE;
}

/** What a phase promises now to those who write in it. A phase that is no longer on the agenda promises the most. */
export function promisedBy(draft: Pick<Draft, 'phase'>, session: Agenda): Anonymity {
  const key = phaseKeyOf(draft, session);
  if (key === NONE) return 'unit';
  const phase = key === GONE ? undefined : session.agenda.find(({ id }) => id === key);
  return phase?.identity ?? 'anonymous';
}

/** What a draft's writer was promised: what was stored with it, or what its phase says where nothing was yet. */
export function anonymityOf(draft: Pick<Draft, 'phase' | 'promise'>, session: Agenda): Anonymity {
  return draft.promise?.identity ?? promisedBy(draft, session);
}

/** Whether `after` shows more of people than `before` did. */
export function showsMore(after: Anonymity, before: Anonymity): boolean {
  return ANONYMITIES.indexOf(after) < ANONYMITIES.indexOf(before);
}

export const hasWords = ({ text }: Draft): boolean => text.trim() !== '';
