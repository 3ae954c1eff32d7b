import { randomFillSync } from 'node:crypto';

const BINARY = 0x82;
const MASKED = 0x80;
const POOL_BYTES = 64 * 1024;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Four random bytes, as a browser would choose them. */
export function randomMask(): Uint8Array {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += 4;
  return pool.subarray(used - 4, used);
}

/** A masked client frame (RFC 6455, 5.2), unfragmented. `head`: its first byte, binary unless told otherwise. */
export function clientFrame(payload: Uint8Array, mask: Uint8Array, head: number = BINARY): Buffer {
  const { length } = payload;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.allocUnsafe(6 + extra + length);
  frame[0] = head;
  frame[1] = MASKED | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  const start = 6 + extra;
  frame.set(mask, start - 4);
  for (let at = 0; at < length; at += 1) frame[start + at] = (payload[at] ?? 0) ^ (mask[at & 3] ?? 0);
  return frame;
}
