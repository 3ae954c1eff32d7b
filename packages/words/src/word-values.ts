// Made by `npm run format` from catalogs/en.
/** A word that names no value. */
export type None = Record<never, never>;
/** A value that stands in a word as it is. */
export type Shown = string | number;

/** Every word with the values that it names. */
export interface WordValues {
  'live.tooLong': { count: number; most: number };
}
