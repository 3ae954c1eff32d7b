import { keepBallots, keepDrafts, readDrafts, removeDrafts, type Draft } from '@coherence/board';
import type { Mine } from './mine.ts';

/** Drafts whose last words may not have reached the server. */
export function unsentDrafts({ doc, unsent }: Mine): readonly Draft[] {
  const touched = new Set(unsent.records().flatMap(({ root, id }) => (root === 'drafts' ? [id] : [])));
  return readDrafts(doc).filter(({ id }) => touched.has(id));
}

/**
 * Takes over into `fresh`, which has what the server kept, what only `old` knows. What had arrived is not taken over:
 * it was revealed meanwhile, or waits in `fresh`. `round`: under which ballots of the open vote lie; nothing of a
 * closed one may come back. Gives back the drafts.
 */
export function carryOver(old: Mine, fresh: Mine, round: string | null): readonly Draft[] {
  const drafts = unsentDrafts(old);
  const waiting = new Set(readDrafts(old.doc).map(({ id }) => id));
  const taken = old.unsent.records().filter(({ root, id }) => root === 'drafts' && !waiting.has(id));
  keepDrafts(fresh.doc, drafts);
  removeDrafts(
    fresh.doc,
    taken.map(({ id }) => id),
  );
  const cast = new Set(old.unsent.records().flatMap(({ root, id }) => (root === 'ballots' ? [id] : [])));
  keepBallots(old.doc, fresh.doc, (key, of) => of === round && cast.has(key));
  return drafts;
}
