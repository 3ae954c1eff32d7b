import type { PhaseKind } from '../schema/phase.ts';

/** The four steps of the theory of action: Describe, Understand, Expand choices, Implement. */
export type StepNumber = 1 | 2 | 3 | 4;

/** The step in which people are during a phase of each kind. A break belongs to none. */
export const STEP_OF: Readonly<Record<PhaseKind, StepNumber | null>> = {
  lobby: 1,
  write: 1,
  reveal: 1,
  walk: 1,
  merge: 1,
  place: 1,
  group: 1,
  vote: 1,
  link: 2,
  read: 2,
  options: 3,
  rate: 3,
  owners: 4,
  'report-out': null,
  break: null,
  close: 4,
  'check-in': 4,
};
