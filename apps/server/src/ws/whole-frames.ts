const FIN_BINARY = 0x82;
const LENGTH_16 = 126;
/** Past this a copy costs more than a second buffer in the write. */
const MAX_PAYLOAD = 65_535;

/**
 * Messages as whole WebSocket frames, header and payload in one buffer. A change goes to all clients on a board, one
 * after the other: the frame made for the first is the frame of all.
 */
export class WholeFrames {
  #payload: Uint8Array | null = null;
  #frame: Uint8Array = new Uint8Array(0);

  /** The unmasked, unfragmented binary frame of `payload`, RFC 6455 section 5.2; null when it is too large to copy. */
  of(payload: Uint8Array): Uint8Array | null {
    if (payload.length > MAX_PAYLOAD) return null;
    if (payload !== this.#payload) {
      this.#frame = frameOf(payload);
      this.#payload = payload;
    }
    return this.#frame;
  }
}

function frameOf(payload: Uint8Array): Uint8Array {
  const { length } = payload;
  const head = length < LENGTH_16 ? 2 : 4;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = FIN_BINARY;
  frame[1] = head === 2 ? length : LENGTH_16;
  if (head === 4) frame.writeUInt16BE(length, 2);
  frame.set(payload, head);
  return frame;
}
