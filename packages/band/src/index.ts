export { joinAsPretend, type Pretend } from './pretend.ts';
export type { Material, Pair, Thought } from './material.ts';
export { live } from './live.ts';
export { meet } from './meeting/meet.ts';
export { pause } from './pace.ts';
