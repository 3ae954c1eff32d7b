import type * as Y from 'yjs';
import { presentRecord, rootOf } from '../doc.ts';

/**
 * Where each merged factor is read: follows the pointers (factor id -> id of the factor it was merged into, null for
 * none) to their end. null: the end is not on the board, so what was merged into it is gone with it. Two people who
 * merge two factors into each other at once make a ring, of which the factor with the smallest id stands for all.
 * Factors that stand for themselves are not in the answer.
 */
export function mergeRoots(pointers: ReadonlyMap<string, string | null>): ReadonlyMap<string, string | null> {
  const roots = new Map<string, string | null>();
  for (const [id, into] of pointers) {
    if (into === null) continue;
    const root = rootFrom(id, pointers);
    if (root !== id) roots.set(id, root);
  }
  return roots;
}

function rootFrom(start: string, pointers: ReadonlyMap<string, string | null>): string | null {
  const path = [start];
  for (;;) {
    const into = pointers.get(path.at(-1) ?? '');
    if (into === undefined) return null;
    if (into === null) return path.at(-1) ?? null;
    const seen = path.indexOf(into);
    if (seen >= 0) return path.slice(seen).toSorted()[0] ?? null;
    path.push(into);
  }
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
