const KIB = 1024;
const MIB = 1024 * KIB;

/**
 * What one frame may carry, in bytes unless the name says otherwise. A server gives `maxFrame` to its WebSocket
 * library too, so that a larger frame is never assembled.
 */
export const FRAME_LIMITS = {
  maxUpdate: MIB,
  maxSyncStep2: 8 * MIB,
  maxStateVector: 128 * KIB,
  maxAwarenessState: 4 * KIB,
  maxAwarenessEntries: 1024,
  maxText: KIB,
  maxFrame: 8 * MIB + KIB,
} as const;

/**
 * What a client takes from its server, which it trusts with its memory: a whole board, or the changes of many people
 * in one message, may be larger than what one person may send.
 */
export const RECEIVE_LIMITS = {
  ...FRAME_LIMITS,
  maxUpdate: 64 * MIB,
  maxSyncStep2: 64 * MIB,
  maxFrame: 64 * MIB + KIB,
} as const satisfies Record<keyof typeof FRAME_LIMITS, number>;

export type FrameLimits = { readonly [Name in keyof typeof FRAME_LIMITS]: number };
