import type { Session } from '@coherence/board';
import { sumOf } from './sum-of.ts';

/** How many people a phase waits for. Whoever leads the room finishes nothing: with them "9 of 12" would never be all. */
export function countFinishing({ attending, leading }: Pick<Session, 'attending' | 'leading'>): number {
  return Math.max(0, sumOf(attending) - leading);
}
