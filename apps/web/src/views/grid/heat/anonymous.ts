import { phaseFacts, type Session } from '@coherence/board';

/** Notes of this session are, or were promised to be, nobody's: then no unit may be said to be silent. */
export function isAnonymous({ agenda }: Pick<Session, 'agenda'>): boolean {
  return agenda.some(({ kind, identity }) => phaseFacts(kind).work === 'write' && identity === 'anonymous');
}
