import type { Draft } from '@coherence/board';
import type { Candidate, NotSentWhy } from '../not-sent/not-sent.ts';

/** A draft that the server will never take, for the tray. It is nobody else's there either. */
export function draftCandidate({ id, text, row, column }: Draft, why: NotSentWhy): Candidate {
  const cell = row === null ? null : ([row, column] as const);
  return { root: 'drafts', id, base: null, text, kind: null, cell, pos: null, why };
}
