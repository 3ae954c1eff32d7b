import { encodeSyncStep2 } from '@coherence/sync';
import * as document from './document.ts';
import type { HeldDocument } from './held-document.ts';
import type { JoinSnapshot } from './join-snapshot.ts';

interface JoinParts {
  readonly held: HeldDocument;
  readonly join: JoinSnapshot;
  /** Number of the newest stored row. */
  readonly seq: number;
  /** The live document is exactly what is stored. */
  readonly atRest: boolean;
}

/** What brings a newcomer who has come as far as `stateVector` to the stored state. */
export function joinFrames(stateVector: Uint8Array, parts: JoinParts): readonly Uint8Array[] {
  const { held, join, seq, atRest } = parts;
  if (!atRest) return join.frames();
  if (!document.isEmptyStateVector(stateVector)) {
    const difference = document.encodeDifference(held.live(), stateVector);
    if (difference !== null) return [encodeSyncStep2(difference)];
  }
  if (mustShorten(parts)) join.rebase(document.encodeIntegrated(held.live()), seq);
  return join.frames();
}

/** A sleeping document is not woken to make its many rows one: whoever joins gets them as they are. */
export function mustShorten({ held, join }: Pick<JoinParts, 'held' | 'join'>): boolean {
  return held.awake === null ? join.isOutOfOrder : join.isLong;
}
