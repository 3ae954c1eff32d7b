import { STEP_LIMITS } from '@coherence/board';

const KIB = 1024;

/** Steps (STEPS1 of the board's rules) that one person may cause in a minute, in all rooms together. */
export const STEPS_PER_MINUTE = STEP_LIMITS.personMinute;

/** Share of the event loop that one person may use in the long run, and how much of it at once. */
export const WORK_SHARE = 0.1;
export const WORK_BURST_MS = 1_000;

/**
 * One piece of work that holds the loop up for longer than the first costs its sender the second for each millisecond
 * beyond it, up to the third: the words of everyone wait behind it.
 */
export const LONG_WORK_MS = 20;
export const LONG_WORK_FACTOR = 5;
export const LONG_WORK_EXTRA_MAX_MS = 1_000;

/** What the people of one address may use together, while others need the server. */
export const ADDRESS_SHARE = 0.4;
export const ADDRESS_BURST_MS = 4_000;
/** For so long those who use much wait at once; then it is looked again. */
export const ADDRESS_HOLD_MS = 1_000;
/** An address needs the server that had work done so lately. */
export const BUSY_MS = 1_000;
/** A person who uses no more than this does not wait for others at their address. */
export const LITTLE_SHARE = 0.01;
export const LITTLE_BURST_MS = 200;

/** Past this much work, or this many bytes, a tick leaves the rest for the next one. */
export const TICK_WORK_MS = 30;
export const TICK_BYTES = 32 * KIB;
/** Bytes of updates that one person gets in before it is the next person's turn. */
export const TURN_BYTES = 16 * KIB;

/** What waits of one person; past this their tabs are not read. */
export const PERSON_HIGH_BYTES = 512 * KIB;
export const PERSON_HIGH_ITEMS = 1_000;
/** What waits in the inbox of a room; past this, connections that go on sending are not read until the next tick. */
export const INBOX_HIGH_BYTES = 4 * 1024 * KIB;
export const INBOX_HIGH_ITEMS = 5_000;

/**
 * Questions of one person that bring the board (sync-step-1) or everyone's presence: ten tabs that reload twice in a
 * row. And what the answers may have: ten tabs that load a board of 3 MB at once.
 */
export const QUESTIONS_PER_SECOND = 2;
export const QUESTIONS_BURST = 24;
export const ANSWER_BYTES_PER_SECOND = 2 * KIB * KIB;
export const ANSWER_BYTES_BURST = 32 * KIB * KIB;

/** What one person's tabs show of themselves: some 25 cursor moves a second on each of two devices. */
export const PRESENCE_BYTES_PER_SECOND = 24 * KIB;
export const PRESENCE_BYTES_BURST = 96 * KIB;
/** The states of all tabs of one person together; an honest one has some 400 bytes. */
export const PRESENCE_STATE_BYTES = 12 * KIB;

/** What a piece of work of `ms` costs its sender, in milliseconds of their share (CHARGE7). */
export function costOf(ms: number): number {
  const extra = Math.max(0, ms - LONG_WORK_MS) * (LONG_WORK_FACTOR - 1);
  return ms + Math.min(extra, LONG_WORK_EXTRA_MAX_MS);
}
