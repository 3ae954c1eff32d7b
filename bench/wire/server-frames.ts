interface ServerFrame {
  /** 1 text, 2 binary, 8 close, 9 ping, 10 pong. */
  readonly opcode: number;
  /** Valid during the call only. */
  readonly payload: Uint8Array;
}

/** Cuts a stream of bytes into unmasked WebSocket frames (RFC 6455, 5.2). Servers here do not fragment. */
export class ServerFrames {
  #rest: Buffer | null = null;

  push(chunk: Uint8Array, onFrame: (frame: ServerFrame) => void): void {
    const bytes = this.#rest === null ? viewOf(chunk) : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    while (true) {
      const size = sizeAt(bytes, at);
      if (size === null || at + size.head + size.body > bytes.length) break;
      const start = at + size.head;
      const first = bytes[at] ?? 0;
      if ((first & 0x80) === 0) throw new Error('a server sent a fragmented frame');
      onFrame({ opcode: first & 0x0f, payload: bytes.subarray(start, start + size.body) });
      at = start + size.body;
    }
    this.#rest = at === bytes.length ? null : Buffer.from(bytes.subarray(at));
  }
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function sizeAt(bytes: Buffer, at: number): { head: number; body: number } | null {
  const short = bytes[at + 1];
  if (short === undefined) return null;
  if (short < 126) return { head: 2, body: short };
  if (short === 126) return at + 4 > bytes.length ? null : { head: 4, body: bytes.readUInt16BE(at + 2) };
  return at + 10 > bytes.length ? null : { head: 10, body: Number(bytes.readBigUInt64BE(at + 2)) };
}
