import { encodeSyncStep2, encodeUpdateFrame, FRAME_LIMITS } from '@coherence/protocol';

/** The frame of a change. What is too large for an update travels as a sync-step-2: clients apply both alike. */
export function encodeChange(update: Uint8Array): Uint8Array {
  return update.length > FRAME_LIMITS.maxUpdate ? encodeSyncStep2(update) : encodeUpdateFrame(update);
}
