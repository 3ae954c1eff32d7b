/** Units with fewer voters than this are not shown by themselves. */
export const UNIT_MIN_VOTERS = 3;

/** The pool of small units. A unit of that id would be pooled into it. */
export const POOL = 'others';

/**
 * Under which name the votes of each unit are shown, by unit id ("" is no unit). Units with fewer than three voters
 * share the pool `others`. A pool of fewer than three people could be found out by taking all others from the total, so
 * it takes in the next smallest unit (of equal ones the first by id) until it has three. Where that leaves a single
 * name, it would only repeat the total: null, and nothing by unit is shown at all.
 */
export function poolUnits(voters: ReadonlyMap<string, number>): ReadonlyMap<string, string> | null {
  const bySize = [...voters]
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const shown = new Map(bySize.map(([unit]) => [unit, unit]));
  let pooled = 0;
  for (const [unit, count] of bySize) {
    const isSmall = count < UNIT_MIN_VOTERS || unit === POOL;
    if (!isSmall && (pooled === 0 || pooled >= UNIT_MIN_VOTERS)) continue;
    shown.set(unit, POOL);
    pooled += count;
  }
  const names = new Set(shown.values());
  return names.size > 1 && (pooled === 0 || pooled >= UNIT_MIN_VOTERS) ? shown : null;
}
