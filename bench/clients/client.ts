import { decodeFrame, encodeSyncStep1, encodeSyncStep2, encodeUpdateFrame } from '@coherence/protocol';
import * as Y from 'yjs';
import { Connection } from '../wire/connection.ts';
import type { Reading } from '../wire/connection.ts';
import { readVarUint } from '../wire/dialect.ts';
import type { Room } from '../wire/dialect.ts';

const EMPTY_UPDATE = Uint8Array.of(0, 0);
const SYNC = 0;
const AWARENESS = 1;
const STEP_1 = 0;
const STEP_2 = 1;

export interface ClientOptions {
  readonly reading: Reading;
  /** Its document; without one it takes everything in and keeps nothing. */
  readonly doc?: Y.Doc;
  /** Whether what others write goes into the document: costly, so only those do who are looked at. */
  readonly follows?: boolean;
  /** Gets each presence message, whole. */
  readonly onPresence?: (message: Uint8Array) => void;
}

/** One person's tab, as far as a server can tell. */
export class Client {
  readonly doc: Y.Doc | null;
  readonly joined: Promise<void>;
  /** Counted messages sent, and how many of them the server said are saved. */
  sent = 0;
  saved = 0;
  /** Presence entries received. */
  entries = 0;
  /** When the server's first sync-step-2 arrived, before it was read. */
  syncedAt: number | null = null;
  /** When the last message of any kind arrived. */
  heardAt = 0;
  readonly #connection: Connection;
  readonly #room: Room;
  readonly #options: ClientOptions;
  #onJoined: () => void = () => {};
  #marker: { bytes: Buffer; seen: () => void } | null = null;

  constructor(room: Room, options: ClientOptions) {
    this.#room = room;
    this.#options = options;
    this.doc = options.doc ?? null;
    const synced = new Promise<void>((resolve) => (this.#onJoined = resolve));
    this.#connection = new Connection(room, options.reading, (message) => this.#receive(message));
    this.joined = this.#connection.opened.then(() => {
      for (const frame of room.dialect.opening) this.#connection.send(frame);
      this.#connection.send(encodeSyncStep1(this.#stateVector()));
      return synced;
    });
    this.doc?.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.count(encodeUpdateFrame(update));
    });
  }

  get bytes(): number {
    return this.#connection.bytes;
  }
  get frames(): number {
    return this.#connection.frames;
  }
  get closed(): boolean {
    return this.#connection.closed;
  }
  get closeCode(): number | null {
    return this.#connection.closeCode;
  }

  send(message: Uint8Array): void {
    this.#connection.send(message);
  }

  /** Sends a message that the server says is saved. */
  count(message: Uint8Array): void {
    this.sent += 1;
    this.#connection.send(message);
  }

  /** Resolves when a message holds these words. */
  sees(words: string): Promise<void> {
    return new Promise((resolve) => {
      this.#marker = { bytes: Buffer.from(words), seen: resolve };
    });
  }

  close(): void {
    this.#connection.close();
  }

  destroy(): void {
    this.#connection.destroy();
  }

  #stateVector(): Uint8Array {
    return this.#options.follows === true && this.doc !== null
      ? Y.encodeStateVector(this.doc)
      : Uint8Array.of(0);
  }

  #receive(message: Uint8Array): void {
    this.heardAt = performance.now();
    const [type, step] = message;
    if (type === SYNC) this.#receiveSync(message, step);
    else if (type === AWARENESS) this.#receivePresence(message);
    else this.saved = this.#room.dialect.savedIn(message, this.saved);
    if (this.#marker === null || !holds(message, this.#marker.bytes)) return;
    this.#marker.seen();
    this.#marker = null;
  }

  #receiveSync(message: Uint8Array, step: number | undefined): void {
    if (step === STEP_2 && this.syncedAt === null) this.syncedAt = this.heardAt;
    if (step === STEP_1) this.#answer(message);
    else if (this.#options.follows === true) this.#apply(message);
    if (step === STEP_2) this.#onJoined();
  }

  #answer(message: Uint8Array): void {
    const decoded = this.doc === null ? null : decodeFrame(message);
    const asked = decoded?.ok === true && decoded.value.type === 'sync-step-1' ? decoded.value : null;
    const update =
      this.doc !== null && asked !== null ? Y.encodeStateAsUpdate(this.doc, asked.stateVector) : EMPTY_UPDATE;
    this.count(encodeSyncStep2(update));
  }

  #apply(message: Uint8Array): void {
    const decoded = decodeFrame(message);
    if (this.doc === null || !decoded.ok) return;
    const { value } = decoded;
    if (value.type === 'sync-step-2' || value.type === 'update') Y.applyUpdate(this.doc, value.update, this);
  }

  #receivePresence(message: Uint8Array): void {
    const body = readVarUint(message, 1).next;
    this.entries += readVarUint(message, body).value;
    this.#options.onPresence?.(message);
  }
}

function holds(message: Uint8Array, words: Buffer): boolean {
  return Buffer.from(message.buffer, message.byteOffset, message.byteLength).includes(words);
}
