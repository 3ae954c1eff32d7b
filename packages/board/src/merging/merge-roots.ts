import type * as Y from 'yjs';
import { presentRecord, rootOf } from '../doc.ts';

/**
 * Where each merged factor is read: follows the pointers (factor id -> id of the factor it was merged into, null for
 * none) to their end. null: the end is not on the board, so what was merged into it is gone with it. Two people who
 * merge two factors into each other at once make a ring, of which the factor with the smallest id stands for all.
 * Factors that stand for themselves are not in the answer.
 */
export function mergeRoots(pointers: ReadonlyMap<string, string | null>): ReadonlyMap<string, string | null> {
  // Each factor is walked once: whoever may write can make one chain of all of them.
  const ends = new Map<string, string | null>();
  for (const start of pointers.keys()) {
    const path: string[] = [];
    const walked = new Set<string>();
    let at: string | null = start;
    let end: string | null | undefined;
    while (end === undefined) {
      end = at === null ? path.at(-1) : ends.get(at);
      if (end !== undefined || at === null || ends.has(at)) break;
      const into = pointers.get(at);
      if (into === undefined) end = null;
      else if (walked.has(at)) end = smallest(path.slice(path.indexOf(at)));
      else {
        path.push(at);
        walked.add(at);
        at = into;
      }
    }
    for (const id of path) ends.set(id, end ?? null);
  }
  return new Map([...ends].filter(([id, end]) => end !== id));
}

function smallest(ids: readonly string[]): string | null {
  return ids.reduce<string | null>((least, id) => (least === null || id < least ? id : least), null);
}

/** `mergeRoots` of the factors that are on a board. */
export function mergeRootsOf(doc: Y.Doc): ReadonlyMap<string, string | null> {
  const pointers = new Map<string, string | null>();
  for (const id of rootOf(doc, 'factors').keys()) {
    const record = presentRecord(doc, 'factors', id);
    const into = record?.get('into');
    if (record !== null) pointers.set(id, typeof into === 'string' ? into : null);
  }
  return mergeRoots(pointers);
}
