import { decodeFrame } from '../wire/codec.ts';
import { RECEIVE_LIMITS } from '../wire/limits.ts';
import { encodeUpdateFrame } from '../wire/messages/sync.ts';
import { PIECE_BYTES, splitUpdate } from './split-update.ts';

/** The frames to send for one frame with an update: a large one goes in pieces. */
export function pieceFrames(frame: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  if (frame.length <= PIECE_BYTES) return [frame];
  const decoded = decodeFrame(frame, RECEIVE_LIMITS);
  if (!decoded.ok || decoded.value.type !== 'update') return [frame];
  const pieces = splitUpdate(decoded.value.update);
  if (pieces.length < 2) return [frame];
  return pieces.map((piece) => new Uint8Array(encodeUpdateFrame(piece)));
}
