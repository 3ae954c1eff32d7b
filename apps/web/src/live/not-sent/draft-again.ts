import { addDraft, type Result } from '@coherence/board';
import type { Doc } from 'yjs';
import type { NotSentItem } from './not-sent.ts';

/** Writes a note that the server did not take into one's private document again, as one of the phase that is on. */
export function draftAgain(
  mine: Doc,
  { text, cell }: NotSentItem,
  phase: string | null,
  now: number,
): Result<string> {
  return addDraft(mine, { text, phase, at: now, row: cell?.[0] ?? null, column: cell?.[1] ?? null });
}
