import { FLOOR } from './floor/floor.ts';

/** The pool of small units. A unit of that id would be pooled into it. */
export const POOL = 'others';

/**
 * Under which name the votes of each unit are shown, by unit id ("" is no unit). `voters`: how many of each unit voted on
 * a device of their own, of units for whose people any ballot is counted. Units with fewer than three of them
 * share the pool `others`. A pool of fewer than three people could be found out by taking all others from the total, so
 * it takes in the next smallest unit (of equal ones the first by id) until it has three. Where that leaves a single
 * name, it would only repeat the total: null, and nothing by unit is shown at all.
 */
export function poolUnits(voters: ReadonlyMap<string, number>): ReadonlyMap<string, string> | null {
  const bySize = [...voters].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const shown = new Map(bySize.map(([unit]) => [unit, unit]));
  let pooled = 0;
  let isPooling = false;
  for (const [unit, count] of bySize) {
    const isSmall = count < FLOOR || unit === POOL;
    if (!isSmall && (!isPooling || pooled >= FLOOR)) continue;
    shown.set(unit, POOL);
    pooled += count;
    isPooling = true;
  }
  const names = new Set(shown.values());
  return names.size > 1 && (!isPooling || pooled >= FLOOR) ? shown : null;
}
