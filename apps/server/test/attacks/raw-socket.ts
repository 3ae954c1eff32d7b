import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

export const [CONTINUATION, BINARY, CLOSE, PING, PONG] = [0, 2, 8, 9, 10] as const;

/** A client's WebSocket frame, or the beginning of one that announces more than it brings. */
export function rawFrame(
  payload: Uint8Array,
  { opcode = BINARY as number, isLast = true, announces = payload.length } = {},
): Buffer {
  const head = Buffer.alloc(announces < 126 ? 2 : announces < 65_536 ? 4 : 10);
  head[0] = (isLast ? 0x80 : 0) | opcode;
  head[1] = 0x80 | (head.length === 2 ? announces : head.length === 4 ? 126 : 127);
  if (head.length === 4) head.writeUInt16BE(announces, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(announces), 2);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

/** A connection whose bytes the test writes itself. */
export interface RawSocket {
  readonly stream: Socket;
  /** Resolves with the close code the server sent, or null when it just hung up. */
  readonly closed: Promise<number | null>;
  /** Bytes received since the upgrade. */
  received(): number;
  isOpen(): boolean;
}

/** Upgrades by hand. Rejects with the status when there is no upgrade. */
export async function openRaw(
  port: number,
  path: string,
  token: string,
  headers: Record<string, string> = {},
  { reads = true } = {},
): Promise<RawSocket> {
  const asked = request({
    port,
    path,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      'sec-websocket-protocol': `coherence.v1, token.${token}`,
      ...headers,
    },
  });
  asked.end();
  const stream = await new Promise<Socket>((resolve, reject) => {
    asked.on('upgrade', (_answer, socket) => resolve(socket));
    asked.on('response', (answer) => reject(new Error(`answered ${answer.statusCode}`)));
    asked.on('error', reject);
  });
  stream.on('error', () => {});
  let received = 0;
  let code: number | null = null;
  let rest = Buffer.alloc(0);
  const read = (chunk: Buffer) => {
    received += chunk.length;
    if (code !== null || rest.length > 1_000_000) return;
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = headOf(rest);
      if (head === null) return;
      if (head.opcode === CLOSE) {
        code = rest.readUInt16BE(head.size);
        stream.end();
        return;
      }
      rest = rest.subarray(head.size + head.payload);
    }
  };
  if (reads) stream.on('data', read);
  const closed = new Promise<number | null>((resolve) => stream.once('close', () => resolve(code)));
  return { stream, closed, received: () => received, isOpen: () => !stream.destroyed && code === null };
}

function headOf(data: Buffer): { opcode: number; size: number; payload: number } | null {
  if (data.length < 2) return null;
  const short = (data[1] ?? 0) & 0x7f;
  const size = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (data.length < size) return null;
  const payload =
    short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  return data.length < size + payload ? null : { opcode: (data[0] ?? 0) & 15, size, payload };
}
