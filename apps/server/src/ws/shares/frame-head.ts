const MASK_BYTES = 4;
const LENGTH_16 = 126;
const LENGTH_64 = 127;
const FIRST_CONTROL = 8;
const TWO_32 = 2 ** 32;
const NO_MASK: Uint8Array = new Uint8Array(0);

/** The head of a WebSocket frame, RFC 6455 section 5.2. Sizes in bytes. */
export interface FrameHead {
  readonly opcode: number;
  /** The last frame of its message. */
  readonly isLast: boolean;
  /** Close, ping or pong: may stand between the frames of a message. */
  readonly isControl: boolean;
  /** Of the head itself, the mask included. */
  readonly size: number;
  readonly payload: number;
  /** Four bytes, or none. */
  readonly mask: Uint8Array;
}

/** The head that begins at `at`; null while it has not come whole. */
export function readHead(data: Buffer, at: number): FrameHead | null {
  if (data.length < at + 2) return null;
  const first = data.readUInt8(at);
  const second = data.readUInt8(at + 1);
  const short = second & 0x7f;
  const lengthBytes = short === LENGTH_64 ? 8 : short === LENGTH_16 ? 2 : 0;
  const maskBytes = (second & 0x80) === 0 ? 0 : MASK_BYTES;
  const size = 2 + lengthBytes + maskBytes;
  if (data.length < at + size) return null;
  const opcode = first & 0x0f;
  return {
    opcode,
    isLast: (first & 0x80) !== 0,
    isControl: opcode >= FIRST_CONTROL,
    size,
    payload: payloadOf(data, at + 2, short),
    mask: maskBytes === 0 ? NO_MASK : data.subarray(at + size - MASK_BYTES, at + size),
  };
}

function payloadOf(data: Buffer, at: number, short: number): number {
  if (short === LENGTH_16) return data.readUInt16BE(at);
  return short === LENGTH_64 ? data.readUInt32BE(at) * TWO_32 + data.readUInt32BE(at + 4) : short;
}
