import type { SavedState } from '@coherence/protocol';

/** Sending takes a moment; only what takes longer is worth a word, in ms. */
export const PATIENCE_MS = 2500;

/**
 * Whether words wait on this device, as far as a person should hear of it, and the moment at which that changes
 * without anything happening (null: never). `now` in ms as in `saved`.
 */
export function heldUp(saved: SavedState, now: number): { held: boolean; changesAt: number | null } {
  switch (saved.kind) {
    case 'saved':
      return { held: false, changesAt: null };
    case 'saving':
    case 'connecting': {
      const changesAt = saved.since + PATIENCE_MS;
      return now >= changesAt ? { held: true, changesAt: null } : { held: false, changesAt };
    }
    case 'offline':
    case 'not-saved':
    case 'refused':
      return { held: true, changesAt: null };
  }
}
