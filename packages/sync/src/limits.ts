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

export type FrameLimits = { readonly [Name in keyof typeof FRAME_LIMITS]: number };
