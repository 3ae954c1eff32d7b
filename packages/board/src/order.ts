import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** What is ordered: a fractional rank, and the id that settles equal ranks the same way on every replica. */
export type Ranked = { readonly id: string; readonly rank: string };

export function byRank(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * `count` ranks that put new items before the item `before` (null: at the end) of `sorted` (by `byRank`).
 * Two people may have chosen the same rank at once; then nothing fits between the twins and the new items go
 * before the whole run of equal ranks.
 */
export function ranksFor(sorted: readonly Ranked[], before: string | null, count: number): string[] {
  let at = before === null ? sorted.length : sorted.findIndex((item) => item.id === before);
  if (at < 0) at = sorted.length;
  const upper = sorted[at]?.rank ?? null;
  if (upper !== null) at = sorted.findIndex((item) => item.rank === upper);
  const lower = sorted[at - 1]?.rank ?? null;
  return generateNKeysBetween(lower, upper, count);
}

/** True for a rank `ranksFor` can work with; anything else comes from a hostile or newer client. */
export function isRank(rank: string): boolean {
  try {
    generateKeyBetween(rank, null);
    return true;
  } catch {
    return false;
  }
}
