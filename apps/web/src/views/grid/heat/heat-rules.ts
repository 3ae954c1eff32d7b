import { phaseFacts, type Session } from '@coherence/board';

/** How much paper a number of a cell gets: none for 0, then a third, two thirds or all of the highest number. */
export function tintOf(count: number, most: number): 'none' | 'some' | 'more' | 'most' {
  if (count <= 0) return 'none';
  const share = count / Math.max(most, 1);
  return share > 2 / 3 ? 'most' : share > 1 / 3 ? 'more' : 'some';
}

/** Notes of this session are, or were promised to be, nobody's: then no unit may be said to be silent. */
export function isAnonymous({ agenda }: Pick<Session, 'agenda'>): boolean {
  return agenda.some(({ kind, identity }) => phaseFacts(kind).work === 'write' && identity === 'anonymous');
}
