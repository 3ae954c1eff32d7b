export interface Chance {
  /** From 0 to 1, 1 excluded. */
  next(): number;
  /** A whole number from 0, `limit` excluded. */
  below(limit: number): number;
}

/** The same numbers for the same seed, on every target and in every run (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (limit) => Math.floor(next() * limit) };
}
