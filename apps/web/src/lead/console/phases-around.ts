import type { Phase } from '@coherence/board';

const SHOWN = 5;
/** Of those, before the phase that is on. */
const BEFORE = 2;

/** Five phases around the one that is on, or the first five; fewer only where the agenda is shorter. */
export function phasesAround(agenda: readonly Phase[], current: string | null): readonly Phase[] {
  const at = agenda.findIndex(({ id }) => id === current);
  const from = Math.max(0, Math.min(at - BEFORE, agenda.length - SHOWN));
  return agenda.slice(from, from + SHOWN);
}
