/** Sizes in characters unless said otherwise. They bound what one record can cost every screen. */
export const TEXT_MAX = 2000;
/**
 * As long as a text can get where several people, each within the limit on their own screen, wrote at the same time. What
 * is over TEXT_MAX is shown cut, and grows no more.
 */
export const LONG_TEXT_MAX = 3 * TEXT_MAX;
/** Ids are references: one that is too long names nothing. Every longer string is somebody's words. */
export const ID_MAX = 64;
export const NAME_MAX = 200;
export const TITLE_MAX = 300;
export const QUESTION_MAX = 1000;
export const UNITS_MAX = 60;
/** Lines of one paste that become factors. */
export const PASTE_MAX = 200;
/** Points (x, y pairs) of one stroke chunk. */
export const CHUNK_POINTS_MAX = 500;
/** Map coordinates in CSS pixels at zoom 1; far outside any screen, near enough to stay exact. */
export const COORDINATE_MAX = 1_000_000;
