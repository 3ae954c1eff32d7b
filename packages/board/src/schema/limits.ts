import type { RecordRoot } from '../doc.ts';

/** Sizes in characters unless said otherwise. They bound what one record can cost every screen. */
export const TEXT_MAX = 2000;
/**
 * As long as a text can get where several people, each within the limit on their own screen, wrote at the same time. What
 * is over TEXT_MAX is shown cut, and grows no more.
 */
export const LONG_TEXT_MAX = 3 * TEXT_MAX;
/** Ids are references: one that is too long names nothing. Every longer string is a person's words. */
export const ID_MAX = 64;
export const NAME_MAX = 200;
export const TITLE_MAX = 300;
export const QUESTION_MAX = 1000;
export const UNITS_MAX = 60;
/**
 * How many records of one list a board may have (BOUND1): far more than a room makes, and few enough that every list on a
 * screen can be shown. People who fill in a list of units have UNITS_MAX; several files may bring more. Factors count
 * with those that are part of another; a file of 20,000 can still be added to a board that people work on.
 */
export const LIST_MAX = {
  units: 300,
  factors: 25_000,
  influences: 25_000,
  groups: 2000,
  tensions: 2000,
  loops: 2000,
  needs: 2000,
  assets: 2000,
  strategies: 2000,
  actions: 2000,
  notes: 25_000,
  drawings: 25_000,
  voteRounds: 2000,
} as const satisfies Readonly<Record<RecordRoot, number>>;
/** Entries of a list in one record, by number or by id: sources, results, people of a recorded vote. */
export const ENTRIES_MAX = 2000;
/** Lines of one paste that become factors. */
export const PASTE_MAX = 200;
/** Points (x, y pairs) of one stroke chunk. */
export const CHUNK_POINTS_MAX = 500;
/** Map coordinates in CSS pixels at zoom 1; far outside any screen, near enough to stay exact. */
export const COORDINATE_MAX = 1_000_000;
