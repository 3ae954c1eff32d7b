const KIB = 1024;
const MIB = 1024 * KIB;

/** A tick takes everything that arrived since the last one. Each costs a write per seat: the more, the slower. */
export const TICK_MS = 16;
export const CROWDED_TICK_MS = 33;
export const CROWDED_SEATS = 20;
const PACKED_TICK_MS = 50;
const PACKED_SESSIONS = 100;

/** A commit that takes longer is shown as "Not saved" until it is through. */
export const STALL_MS = 2_000;
/** A change of the server's own is given up after this, so that who asked for it gets an answer. */
export const EDIT_WAIT_MS = 3_000;
export const RETRY_FIRST_MS = 250;
export const RETRY_MAX_MS = 5_000;

/** A seat whose messages wait for parts it never sends. */
export const MAX_UNACKNOWLEDGED = 20_000;

/** Past the first a seat gets no more frames until it is below the second, then one catch-up frame. */
export const LAG_HIGH_BYTES = 256 * KIB;
export const LAG_LOW_BYTES = 64 * KIB;
export const LAG_POLL_MS = 100;
export const LAG_CLOSE_MS = 20_000;

/** A seat is asked for missing parts no more often: a slow client needs so long to answer. */
export const ASK_AGAIN_MS = 1_000;

/** When the log is worth folding into a snapshot. */
export const COMPACT_ROWS = 500;
export const COMPACT_BYTES = 256 * KIB;
export const COMPACT_ON_EVICT_ROWS = 20;
export const COMPACT_RETRY_MS = 60_000;

/** Rows sent after the shared join snapshot before it is made anew. */
export const JOIN_TAIL_ROWS = 128;
export const JOIN_TAIL_BYTES = 64 * KIB;

/** Past this a board takes no more: a newcomer's sync-step-2 has to stay below what clients accept. */
export const DOC_FULL_BYTES = 7 * MIB;
/**
 * What one person's private document holds: 200 notes of 2,000 characters of three bytes each are 1.2 MB. A thousand
 * people who fill theirs fill no disk with it.
 */
export const PRIVATE_FULL_BYTES = 2 * MIB;
/** A private document that is nearly full begins anew without its past, at most once in so long. */
export const RENEW_PRIVATE_MS = 600_000;
/** Facilitators may write so much more, so that they can take things off a full board. */
export const FACILITATORS_RESERVE_BYTES = 512 * KIB;
/** From here on a board says how full it is, and its log is folded more often, so that the figure is right. */
export const TELL_FULL_PERCENT = 80;
/** The log of a full document is folded after so many bytes or rows: what was deleted may have made room. */
export const FULL_CHECK_BYTES = 64 * KIB;
export const FULL_CHECK_ROWS = 20;
/** What each participant may have on a board in any case; else half of what is left. */
export const SHARE_MIN_BYTES = 256 * KIB;
/** A person's bytes are looked up anew after so many more. */
export const SHARE_AGAIN_BYTES = 64 * KIB;

/** A board of so few bytes on which no person has written for so long is kept as bytes; see held-document.ts. */
export const SLEEP_AFTER_MS = 15_000;
export const SLEEP_MAX_BYTES = 256 * KIB;
/** Past so many stored bytes alive, boards left alone for so long sleep earlier; see awake-documents.ts. */
export const AWAKE_LIMITS = { bytes: 12 * MIB, idleMs: 2_000 };

export const EVICT_IDLE_MS = 60_000;
/** How long a document that ends waits for a store that fails. */
export const RETIRE_WAIT_MS = 4_000;

/** Facilitators not counted. */
export const MAX_SEATS_PER_ROOM = 600;
export const MAX_STRIKES = 10;

/** Milliseconds between two ticks of a room with so many seats. */
export function tickMs(seats: number): number {
  if (seats > PACKED_SESSIONS) return PACKED_TICK_MS;
  return seats > CROWDED_SEATS ? CROWDED_TICK_MS : TICK_MS;
}
