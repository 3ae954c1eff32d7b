import { FRAME_LIMITS } from '@coherence/protocol';

const KIB = 1024;
const MIB = 1024 * KIB;

/** Message numbers and lengths around what a message carries. */
const AROUND = 16;

/**
 * The most bytes a message of a kind may have. A state vector has some nine bytes for each tab that ever wrote on a
 * board: 128 KiB are 14,000 tabs. A stock client sends back all presence that it was told: 600 people of 400
 * bytes each.
 */
export const MESSAGE_BYTES = {
  stateVector: FRAME_LIMITS.maxStateVector + AROUND,
  update: FRAME_LIMITS.maxUpdate + AROUND,
  wholeDocument: FRAME_LIMITS.maxSyncStep2 + AROUND,
  /** Of a client that said hello: its own tab's state and no other. */
  ownPresence: FRAME_LIMITS.maxAwarenessState + 64,
  echoedPresence: 256 * KIB,
  other: 4 * KIB,
} as const;

/** What a ping or pong is charged. */
export const CONTROL_BYTES = 128;

/** One post of the stand-in, from a person who may not write. */
export const READERS_POST = MIB;

/** How much of what only deletes is looked at when it comes from a person who may not write. */
export const READERS_DELETIONS = 64 * KIB;

/** Bytes of unfinished messages: past this the greediest is let go. */
export const UNFINISHED_BYTES = {
  /** Two whole documents, the board and the private one, and what keeping them costs. */
  person: 20 * MIB,
  board: 64 * MIB,
  address: 96 * MIB,
  server: 256 * MIB,
} as const;

/** How long an unfinished message may take in any case, and how fast it has to come after that, on average. */
export const UNFINISHED_GRACE_MS = 30_000;
export const SLOWEST_BYTES_PER_SECOND = 2 * KIB;

/** Inbound allowance of one person on one board over all their tabs and devices: sustained per second, and burst. */
export const MESSAGES_PER_SECOND = 120;
export const MESSAGES_BURST = 480;
export const BYTES_PER_SECOND = 256 * KIB;
export const BYTES_BURST = 4 * MIB;

export interface PlaceLimits {
  /** Tabs of one person on one document. */
  readonly person: number;
  /** Of one board, facilitators' not counted. */
  readonly board: number;
  readonly address: number;
  readonly server: number;
  /** Beyond `address` and beyond `server`: places that only facilitators get. */
  readonly kept: number;
  /** How many of those one board gets. */
  readonly keptForBoard: number;
  /** Connections without a place: whose token is being looked up, or who are told why they may not stay. */
  readonly entering: number;
}

export const PLACES: PlaceLimits = {
  person: 10,
  board: 600,
  address: 2_000,
  server: 6_000,
  kept: 500,
  keptForBoard: 12,
  entering: 3_000,
};
