import type { Identity } from './session.ts';

/** Null: everybody may edit. Else the ids of the participants who may all the same. */
export type Pause = readonly string[] | null;

/** Whether a pause holds this person's edits back. */
export function isHeldBack(pause: Pause, { role, participant }: Identity): boolean {
  return pause !== null && role === 'participant' && !pause.includes(participant);
}

export function isSamePause(a: Pause, b: Pause): boolean {
  return a === b || (a !== null && b !== null && a.join(' ') === b.join(' '));
}
