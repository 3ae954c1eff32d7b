import { encodeSyncStep2 } from '@coherence/protocol';
import * as Y from 'yjs';
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

/** Answers made for one newcomer alone: whether another may be made, and the one that was. */
interface OwnAnswer {
  readonly hasRoom: boolean;
  made(frame: Uint8Array): Uint8Array;
}

/** What brings a newcomer who has come as far as `stateVector` to the stored state. */
export function joinFrames(
  stateVector: Uint8Array,
  parts: JoinParts & { readonly own: OwnAnswer },
): readonly Uint8Array[] {
  const { own, held, join, seq, atRest } = parts;
  if (!atRest) return join.frames();
  if (!document.isEmptyStateVector(stateVector) && own.hasRoom) {
    const difference = document.encodeDifference(held.live(), stateVector);
    if (difference !== null) return [own.made(encodeSyncStep2(difference))];
  }
  if (mustShorten(parts)) join.rebase(Y.encodeStateAsUpdate(held.live()), seq);
  return join.frames();
}

/** A sleeping document is not woken to make its many rows one: a client that joins gets them as they are. */
export function mustShorten({ held, join }: Pick<JoinParts, 'held' | 'join'>): boolean {
  return held.awake === null ? join.isOutOfOrder : join.isLong;
}
