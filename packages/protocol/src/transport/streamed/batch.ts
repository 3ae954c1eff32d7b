import * as encoding from 'lib0/encoding';
import type { Result } from '../../result.ts';
import { FrameReader, type FrameRefusal } from '../../wire/frame-reader.ts';
import { FRAME_LIMITS } from '../../wire/limits.ts';

/**
 * What one POST carries: frames in the order they were sent, numbered from 1 over the whole session; `first` is the
 * number of the first one (or of the next one to come, if there are none). `closing`: nothing follows, hang up.
 */
export type Batch = { closing: boolean; first: number; frames: readonly Uint8Array[] };

export const BATCH_LIMITS = {
  /** A batch is filled up to here; one larger frame goes alone. */
  fillBytes: 256 * 1024,
  maxFrames: 1024,
  maxBytes: FRAME_LIMITS.maxFrame + 1024,
} as const;

export function encodeBatch({ closing, first, frames }: Batch): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, closing ? 1 : 0);
  encoding.writeVarUint(encoder, first);
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

/** Never throws, whatever the bytes. */
export function decodeBatch(bytes: Uint8Array): Result<Batch, FrameRefusal> {
  const reader = new FrameReader(bytes);
  const closing = reader.varUint();
  const first = reader.varUint();
  if (closing > 1 || first < 1) reader.refuse('unknown-value');
  const frames: Uint8Array[] = [];
  while (reader.hasMore) {
    if (frames.length === BATCH_LIMITS.maxFrames) reader.refuse('too-many-entries');
    else frames.push(reader.varBytes(FRAME_LIMITS.maxFrame));
  }
  if (reader.refusal !== null) return { ok: false, error: reader.refusal };
  return { ok: true, value: { closing: closing === 1, first, frames } };
}

/** The answer to a batch: how many frames of the session the server has taken in all. */
export function encodeTaken(taken: number): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, taken);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

/** null: not an answer of ours. */
export function decodeTaken(bytes: Uint8Array): number | null {
  const reader = new FrameReader(bytes);
  const taken = reader.varUint();
  return reader.refusal === null && !reader.hasMore ? taken : null;
}
