import type { Factor } from '@coherence/board';

/** The factors that hold all these words, in any order and case; numbered ones first, as they were given out. */
export function matching(factors: readonly Factor[], words: string): readonly Factor[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  return factors
    .filter(({ text }) => wanted.every((word) => text.toLowerCase().includes(word)))
    .toSorted((a, b) => (a.no ?? Infinity) - (b.no ?? Infinity) || (a.id < b.id ? -1 : 1));
}

/** Of the ticked factors those that are still in the list: others may have put some on the map meanwhile. */
export function chosenStill(factors: readonly Factor[], ticked: ReadonlySet<string>): readonly string[] {
  return factors.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
}
