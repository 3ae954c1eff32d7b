/** A document of fewer stored bytes opens quickly, whatever stands in it. */
export const TRIAL_MIN_BYTES = 8 * 1024;
/** So many steps (STEPS1 of the board's rules) after it was known to open quickly, a document is tried again. */
export const TRIAL_STEPS = 2_000_000;
/** What takes longer to open, in milliseconds of CPU, is healed. */
export const QUICK_MS = 1_000;
/** A document that has not opened by then is not served. */
export const TRIAL_MAX_MS = 120_000;
/** A trial that takes longer than this no longer keeps the next one waiting. */
export const TRIAL_SHORT_MS = 3_000;
/** Trials at once: short ones, and all together. */
export const SHORT_TRIALS = 2;
export const ALL_TRIALS = 5;
export const TRIAL_HEAP_MIB = 1_024;
/** A thread without work ends after this. */
export const TRIAL_IDLE_MS = 30_000;

/** A document of so many bytes is made anew in a thread: a smaller one takes some 10 ms. */
export const RENEW_APART_BYTES = 64 * 1024;
