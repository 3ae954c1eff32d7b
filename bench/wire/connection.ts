import { randomBytes } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import type { Socket } from 'node:net';
import { clientFrame, randomMask } from './client-frames.ts';
import type { Room } from './dialect.ts';
import { ServerFrames } from './server-frames.ts';

/**
 * `bulk` clients look at their socket every 20 ms only: reading is what costs the load generator most, and those
 * clients stand for load, not for latency.
 */
export type Reading = 'at-once' | 'bulk';

const BULK_READ_MS = 20;
const READ_BUFFER = Buffer.alloc(64 * 1024);
const CONNECT_LIMIT_MS = 20_000;
const CLOSE_HEAD = 0x88;
const PONG_HEAD = 0x8a;
const CLOSE = 8;
const PING = 9;

const waiting = new Set<Socket>();
let pacer: NodeJS.Timeout | null = null;

/** A WebSocket client that does no more than load needs: no compression, no fragments, no text. */
export class Connection {
  bytes = 0;
  frames = 0;
  closed = false;
  closeCode: number | null = null;
  readonly #room: Room;
  readonly #reading: Reading;
  readonly #onMessage: (message: Uint8Array) => void;
  readonly #frames = new ServerFrames();
  readonly #socket: Socket;
  readonly opened: Promise<void>;
  #handshake: Buffer | null = Buffer.alloc(0);
  #onOpen: () => void = () => {};

  /** `onMessage` gets each binary message without its prefix; the bytes are valid during the call only. */
  constructor(room: Room, reading: Reading, onMessage: (message: Uint8Array) => void) {
    this.#room = room;
    this.#reading = reading;
    this.#onMessage = onMessage;
    this.#socket = connectSocket({
      host: room.host,
      port: room.port,
      noDelay: true,
      onread: { buffer: READ_BUFFER, callback: (length, buffer) => this.#read(buffer.subarray(0, length)) },
    });
    this.opened = new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`no answer from port ${room.port}`)), CONNECT_LIMIT_MS);
      this.#onOpen = () => {
        clearTimeout(limit);
        resolve();
      };
      this.#socket.once('error', (error) => {
        clearTimeout(limit);
        reject(error);
      });
    });
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(room)));
    this.#socket.on('error', () => this.#end());
    this.#socket.on('close', () => this.#end());
  }

  send(message: Uint8Array): void {
    const { prefix } = this.#room.dialect;
    const payload = prefix.length === 0 ? message : Buffer.concat([prefix, message]);
    if (!this.closed) this.#socket.write(clientFrame(payload, randomMask()));
  }

  /** Says goodbye, so that the server need not find out. */
  close(): void {
    if (!this.closed) this.#socket.end(clientFrame(Uint8Array.of(0x03, 0xe8), randomMask(), CLOSE_HEAD));
    this.#end();
  }

  destroy(): void {
    this.#end();
    this.#socket.destroy();
  }

  #read(chunk: Uint8Array): boolean {
    this.bytes += chunk.length;
    if (this.#handshake === null) this.#take(chunk);
    else this.#shakeHands(chunk);
    if (this.#reading === 'at-once' || this.#handshake !== null || this.closed) return true;
    waiting.add(this.#socket);
    pacer ??= setInterval(readBulk, BULK_READ_MS).unref();
    return false;
  }

  #shakeHands(chunk: Uint8Array): void {
    const answer = Buffer.concat([this.#handshake ?? Buffer.alloc(0), chunk]);
    const end = answer.indexOf('\r\n\r\n');
    this.#handshake = end === -1 ? answer : null;
    if (end === -1) return;
    if (!answer.toString('latin1', 0, 12).startsWith('HTTP/1.1 101')) {
      this.#socket.destroy(new Error(`refused: ${answer.toString('latin1', 0, end)}`));
      return;
    }
    this.#onOpen();
    if (answer.length > end + 4) this.#take(answer.subarray(end + 4));
  }

  #take(chunk: Uint8Array): void {
    this.#frames.push(chunk, ({ opcode, payload }) => {
      if (opcode === PING) this.#socket.write(clientFrame(payload, randomMask(), PONG_HEAD));
      if (opcode === CLOSE) this.closeCode = ((payload[0] ?? 0) << 8) | (payload[1] ?? 0);
      if (opcode !== 2) return;
      this.frames += 1;
      this.#onMessage(payload.subarray(this.#room.dialect.prefix.length));
    });
  }

  #end(): void {
    this.closed = true;
    waiting.delete(this.#socket);
  }
}

function readBulk(): void {
  const ready = [...waiting];
  waiting.clear();
  for (const socket of ready) socket.resume();
}

function upgradeRequest({ host, port, path, protocols }: Room): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(protocols.length === 0 ? [] : [`Sec-WebSocket-Protocol: ${protocols.join(', ')}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
