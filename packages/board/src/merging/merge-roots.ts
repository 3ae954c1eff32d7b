import type * as Y from 'yjs';
import { presentRecord, rootOf } from '../doc.ts';

/**
 * Where each merged factor is read: follows the pointers (factor id -> id of the factor it was merged into, null for
 * none) to their end. null: the end is not on the board, so what was merged into it is gone with it. Two people who
 * merge two factors into each other at once make a ring, of which the factor with the smallest id stands for all.
 * Factors that stand for themselves are not in the answer.
 */
export function mergeRoots(pointers: ReadonlyMap<string, string | null>): ReadonlyMap<string, string | null> {
  // Each factor is walked once: a participant can make one chain of all of them.
  const ends = new Map<string, string | null>();
  for (const start of pointers.keys()) {
    const path = new Set<string>();
    let at = start;
    while (!ends.has(at) && !path.has(at)) {
      const into = pointers.get(at) ?? null;
      if (into === null) ends.set(at, pointers.has(at) ? at : null);
      path.add(at);
      at = into ?? at;
    }
    const end = ends.get(at);
    const found = end === undefined ? smallest(ringFrom(at, path)) : end;
    for (const id of path) ends.set(id, found);
  }
  return new Map([...ends].filter(([id, end]) => end !== id && pointers.has(id)));
}

function ringFrom(start: string, path: ReadonlySet<string>): readonly string[] {
  const ids = [...path];
  return ids.slice(ids.indexOf(start));
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
