import type { Chance } from '@coherence/board/chance';
import { chanceFor } from '@coherence/board/chance';
import type { Moment } from './act.ts';

/** The chance by which somebody decides in this phase, and in the vote that is open. */
export function chanceIn({ seed, phase, session }: Moment): Chance {
  return chanceFor(seed, `${phase.id} ${session.round?.id ?? ''}`);
}
