import type * as Y from 'yjs';
import { UNTRACKED, recordOf, rootOf } from '../../doc.ts';

/** Key of `session` for the highest number that an earlier generation of the board had given. */
export const LAST_NUMBER = 'lastNumber';

/** How many factor keys a document had when all of them were numbered. */
const numberedKeys = new WeakMap<Y.Doc, number>();

/**
 * Gives every factor without a stable number the next one, in id order. Only the server calls this, inside the
 * transaction in which the factors arrived: a number is unique because one place hands it out. Returns how many.
 */
export function numberNewFactors(doc: Y.Doc): number {
  const factors = rootOf(doc, 'factors');
  // Asked after every edit of a busy board, hence by key count: keys are added with factors and never go away.
  if (numberedKeys.get(doc) === factors._map.size) return 0;
  numberedKeys.set(doc, factors._map.size);
  const unnumbered = [...factors.keys()].filter((id) => {
    const record = recordOf(doc, 'factors', id);
    return record !== null && typeof record.get('no') !== 'number';
  });
  if (unnumbered.length === 0) return 0;
  let last = highestNumber(doc);
  doc.transact(() => {
    for (const id of unnumbered.sort()) {
      last += 1;
      recordOf(doc, 'factors', id)?.set('no', last);
    }
  }, UNTRACKED);
  return unnumbered.length;
}

/** The highest number given so far, in earlier generations of the board too; 0 when there is none. */
export function highestNumber(doc: Y.Doc): number {
  const earlier = rootOf(doc, 'session').get(LAST_NUMBER);
  let last = typeof earlier === 'number' ? earlier : 0;
  for (const id of rootOf(doc, 'factors').keys()) {
    const no = recordOf(doc, 'factors', id)?.get('no');
    if (typeof no === 'number') last = Math.max(last, no);
  }
  return last;
}
