import type { Random } from '@coherence/board/random';
import { randomFor } from '@coherence/board/random';
import type { Moment } from './act.ts';

/** Random numbers for the decisions of one person in this phase, and in the vote that is open. */
export function randomIn({ seed, phase, session }: Moment): Random {
  return randomFor(seed, `${phase.id} ${session.round?.id ?? ''}`);
}
