export { joinAsPretend, type Pretend } from './pretend.ts';
export type { Material, Pair, Thought } from './material.ts';
export { runParticipant } from './run-participant.ts';
export { meet } from './meeting/meet.ts';
export { waitUnlessAborted } from './pace.ts';
