import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { BATCH_LIMITS, encodeFrameHead, encodeRecord, Intake } from '@coherence/protocol';
import type { Batch } from '@coherence/protocol';
import type { ConnectionSocket } from './connection.ts';
import { FIRST_BYTES } from './shares/frame-sieve.ts';
import type { SieveOwner } from './shares/frame-sieve.ts';

const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;
const NORMAL_CLOSURE = 1000;
/** From here on a frame leaves as it is: a whole board is one buffer for all who are sent it. */
const SHARED_FRAME_BYTES = 16 * 1024;
const LOST = 1006;

interface Events {
  message: [data: Buffer, isBinary: boolean];
  pong: [];
  close: [code: number];
  error: [];
  drained: [];
}

/**
 * The server's end of the stand-in, to its owner a socket: frames leave in an endless answer and come in with posts.
 * While it is paused it holds at most one batch, and posts wait unread.
 */
export class StreamedSocket extends EventEmitter<Events> implements ConnectionSocket {
  readonly OPEN = OPEN;
  readyState: 1 | 2 | 3 = OPEN;
  readonly #response: ServerResponse;
  readonly #intake = new Intake();
  #owner: Omit<SieveOwner, 'pass'> | null = null;
  /** Bytes of posts that have not come whole. */
  #arriving = 0;
  #inbox: Uint8Array[] = [];
  #paused = false;
  /** Its client has hung up: close once all it said has been read. */
  #hungUp = false;
  #code = LOST;

  /** `response` has its headers; `name` is what posts call this session. */
  constructor(response: ServerResponse, name: string) {
    super();
    this.#response = response;
    response.on('error', () => {});
    response.on('close', () => this.#closed());
    response.write(encodeRecord({ type: 'opened', session: name }));
  }

  /** `owner` judges each frame before it is a message, and is told how much of a post has come. */
  listen(owner: Omit<SieveOwner, 'pass'>): { end(): void } {
    this.#owner = owner;
    return { end: () => {} };
  }

  /** So many bytes more of a post are kept; less once it is whole or given up. */
  arriving(bytes: number): void {
    this.#arriving += bytes;
    this.#owner?.unfinished(this.#arriving);
  }

  /** The most bytes a post may have. */
  get mostInOnePost(): number {
    return this.#owner?.mostInOnePost ?? BATCH_LIMITS.maxBytes;
  }

  /** How many frames it has taken in all. */
  get taken(): number {
    return this.#intake.taken;
  }

  send(frame: Uint8Array): void {
    if (frame.length < SHARED_FRAME_BYTES)
      return this.#write({ type: 'frame', frame: new Uint8Array(frame) });
    if (this.readyState !== OPEN) return;
    this.#response.write(encodeFrameHead(frame.length));
    this.#response.write(frame);
  }

  ping(): void {
    this.#write({ type: 'ping' });
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#drain();
  }

  /** Says why, then ends the answer. */
  close(code: number, reason = ''): void {
    if (this.readyState !== OPEN) return;
    this.#code = code;
    this.#write({ type: 'closed', code, reason });
    this.readyState = CLOSING;
    this.#response.end();
  }

  terminate(): void {
    this.#response.destroy();
  }

  /** Resolves to whether the next batch can be taken; false after `ms`, or once it is closed. */
  async whenReady(ms: number): Promise<boolean> {
    if (this.#isReady) return true;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.off('drained', done).off('close', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.once('drained', done).once('close', done);
    });
    return this.#isReady;
  }

  /** Answers false for a gap between this batch and what has been taken. */
  take(batch: Batch): boolean {
    const fresh = this.#intake.accept(batch);
    if (!fresh.ok) return false;
    // A post is a sign of life, with frames or without.
    this.emit('pong');
    this.#inbox.push(...fresh.value);
    this.#hungUp ||= batch.closing;
    this.#drain();
    return true;
  }

  get #isReady(): boolean {
    return this.readyState === OPEN && !this.#paused && this.#inbox.length === 0;
  }

  #drain(): void {
    while (!this.#paused) {
      const frame = this.#inbox.shift();
      if (frame === undefined) break;
      if (this.#isWanted(frame)) {
        this.emit('message', Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength), true);
      }
    }
    if (!this.#isReady) return;
    if (this.#hungUp) this.close(NORMAL_CLOSURE);
    this.emit('drained');
  }

  #isWanted(frame: Uint8Array): boolean {
    const owner = this.#owner;
    const fate = owner?.begins(frame.subarray(0, FIRST_BYTES), frame.length) ?? 'take';
    if (owner?.grows(frame.length) === false) return false;
    if (fate === 'drop') owner?.dropped(frame.length);
    return fate === 'take';
  }

  #write(record: Parameters<typeof encodeRecord>[0]): void {
    if (this.readyState === OPEN) this.#response.write(encodeRecord(record));
  }

  #closed(): void {
    this.readyState = CLOSED;
    this.#inbox = [];
    this.emit('close', this.#code);
  }
}
