import {
  closeReasonOf,
  decodeFrame,
  encodeAwareness,
  encodeHello,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
  offeredSubprotocols,
  streamedSocket,
} from '@coherence/protocol';
import type { CloseReason, Message } from '@coherence/protocol';
import * as Y from 'yjs';

export interface WireClientOptions {
  readonly transport?: 'websocket' | 'streamed';
  /** The document it comes with, and the generation that belongs to; default a new one. */
  readonly doc?: Y.Doc;
  readonly generation?: number;
  /** False: a stock client. */
  readonly hello?: boolean;
  /** The version its hello names. */
  readonly protocol?: number;
}

/** The part that a WebSocket and its stand-in have in common. */
interface Socket {
  binaryType: string;
  readonly readyState: number;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

const OPEN = 1;

/** A client on a real socket that keeps every byte it was ever sent; for tests. */
export class WireClient {
  readonly doc: Y.Doc;
  readonly frames: Uint8Array[] = [];
  readonly messages: Message[] = [];
  closed: CloseReason | number | null = null;
  acked = 0;
  counted = 0;
  readonly #socket: Socket;

  constructor(url: string, token: string, options: WireClientOptions = {}) {
    const {
      transport = 'websocket',
      doc = new Y.Doc(),
      generation = 0,
      hello = true,
      protocol = 1,
    } = options;
    this.doc = doc;
    const SocketClass = transport === 'streamed' ? streamedSocket : WebSocket;
    this.#socket = new SocketClass(url, offeredSubprotocols(token)) as unknown as Socket;
    this.#socket.binaryType = 'arraybuffer';
    // The stand-in knows the handlers that the provider sets, and no others.
    Object.assign(this.#socket, {
      onopen: () => {
        if (hello) this.send(encodeHello({ protocol, generation, limits: null }));
        this.send(encodeSyncStep1(Y.encodeStateVector(doc)));
      },
      onmessage: ({ data }: { data: ArrayBuffer }) => this.#receive(new Uint8Array(data)),
      onclose: ({ code }: { code: number }) => (this.closed = closeReasonOf(code) ?? code),
    });
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.count(encodeUpdateFrame(update));
    });
  }

  get isSaved(): boolean {
    return this.of('sync-step-2').length > 0 && this.counted > 0 && this.acked === this.counted;
  }

  of<T extends Message['type']>(type: T): Extract<Message, { type: T }>[] {
    return this.messages.filter((one): one is Extract<Message, { type: T }> => one.type === type);
  }

  /** Every byte received, as text to search in. */
  heard(): string {
    return this.frames.map((frame) => Buffer.from(frame).toString('latin1')).join('\n');
  }

  sayHere(state: unknown): void {
    const stateBytes = new TextEncoder().encode(JSON.stringify(state));
    this.send(encodeAwareness([{ clientId: this.doc.clientID, clock: 1, stateBytes }]));
  }

  /** Sends a frame that acks speak of. */
  count(frame: Uint8Array): void {
    if (this.#socket.readyState !== OPEN) return;
    this.counted += 1;
    this.send(frame);
  }

  send(frame: Uint8Array): void {
    this.#socket.send(new Uint8Array(frame));
  }

  close(): void {
    this.#socket.close();
  }

  #receive(frame: Uint8Array): void {
    this.frames.push(frame);
    const decoded = decodeFrame(frame);
    if (!decoded.ok) return;
    const { value } = decoded;
    this.messages.push(value);
    if (value.type === 'ack') this.acked = value.n;
    if (value.type === 'sync-step-2' || value.type === 'update') Y.applyUpdate(this.doc, value.update, this);
    if (value.type === 'sync-step-1') {
      this.count(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, value.stateVector)));
    }
  }
}
