import { teamOf } from '@coherence/board';
import type { TeamOf } from '@coherence/board';
import type { Moment } from './act.ts';

/** With whom a person works in this phase, on what; null where nothing was dealt. */
export function dealtNow({ pretend, session, phase }: Moment): TeamOf | null {
  const { deal } = session;
  return deal?.phase === phase.id ? teamOf(deal, pretend.id) : null;
}
