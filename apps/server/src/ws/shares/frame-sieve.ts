import { readHead } from './frame-head.ts';
import type { FrameHead } from './frame-head.ts';

/** Enough of a message to know what it is and what it would change. */
export const FIRST_BYTES = 12;
/** What is kept back at most until a message has shown its first bytes: frames of a byte each, pongs between them. */
const MAX_HELD = 1024;
/** What a piece kept in memory costs beyond its bytes. */
export const PIECE_COST = 256;
const TEXT = 1;
const CLOSE = 8;
const NONE = Buffer.alloc(0);

/** What becomes of a message: read, or counted and thrown away as it comes in. */
export type Fate = 'take' | 'drop';

/** Who decides what becomes of messages. Called while `push` runs, in the order of the bytes. */
export interface SieveOwner {
  /**
   * A message begins; `first` are its first bytes, at most FIRST_BYTES, `bytes` its length if it is not in fragments.
   * Null ends the reading.
   */
  begins(first: Uint8Array, bytes: number | null): Fate | null;
  /** A text, or fragments that say nothing: the reading has ended. */
  malformed(): void;
  /** So many bytes of the message are announced by now. False ends the reading. */
  grows(bytes: number): boolean;
  /** A message that was thrown away has come to its end; how many bytes it had. */
  dropped(bytes: number): void;
  /** A ping, a pong or a close has begun. */
  control(): void;
  /** What the message under way occupies, in bytes; 0 when none is. Said after every piece that arrived. */
  unfinished(bytes: number): void;
  /** The other end has closed after a message was cut off, so that the socket behind cannot be told. */
  hungUp(): void;
  /** The most bytes that several messages together may have where they come in one post. */
  readonly mostInOnePost: number;
  /** Frames, or pieces of them, for the socket behind. */
  pass(bytes: Buffer): void;
}

/**
 * Reads WebSocket frames on their way to the socket, far enough to know what a message is before a byte of it is kept:
 * one that is not wanted never becomes a buffer. All other frames pass as they are, control frames and fragments too.
 * What the socket behind checks itself is not checked here.
 */
export class FrameSieve {
  readonly #owner: Omit<SieveOwner, 'mostInOnePost'>;
  /** `ended`: no message passes any more, and the close is waited for. */
  #state: 'open' | 'ended' | 'closed' = 'open';
  /** It ended in the middle of a message that the socket behind was given the beginning of. */
  #isCut = false;
  /** What came and cannot be judged yet. */
  #held: Buffer = NONE;
  /** The frame under way, and how many of its payload bytes have not come yet. */
  #frame: FrameHead | null = null;
  #left = 0;
  /** The message under way, and how many bytes of it are announced. */
  #message: { readonly fate: Fate; bytes: number } | null = null;
  #cost = 0;

  constructor(owner: Omit<SieveOwner, 'mostInOnePost'>) {
    this.#owner = owner;
  }

  /** Lets no message pass from now on. */
  end(): void {
    if (this.#state !== 'open') return;
    this.#state = 'ended';
    this.#isCut = this.#message?.fate === 'take';
  }

  push(chunk: Buffer): void {
    if (this.#state === 'closed') return;
    const data = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const judged = this.#read(data);
    this.#held = judged === data.length ? NONE : Buffer.from(data.subarray(judged));
    if (this.#state !== 'open') return;
    if (this.#message?.fate === 'take') this.#cost += chunk.length + PIECE_COST;
    this.#owner.unfinished(this.#cost + this.#held.length);
  }

  /** Answers up to where it could judge. */
  #read(data: Buffer): number {
    let from = 0;
    let at = 0;
    const pass = () => {
      if (at > from && !this.#isCut) this.#owner.pass(data.subarray(from, at));
      from = at;
    };
    while (at < data.length && this.#state !== 'closed') {
      if (this.#frame === null) {
        const head = readHead(data, at);
        if (head === null) break;
        if (!head.isControl && this.#message === null) {
          const first = firstBytes(data, at);
          if (first === null && data.length - at <= MAX_HELD) break;
          pass();
          this.#begin(head, first);
        } else if (this.#isThrownAway(head)) pass();
        this.#enter(head);
        at += head.size;
      }
      const here = Math.min(this.#left, data.length - at);
      this.#left -= here;
      at += here;
      if (this.#isThrownAway(this.#frame)) from = at;
      if (this.#left === 0) this.#leave(pass);
    }
    pass();
    return at;
  }

  #isThrownAway(frame: FrameHead | null): boolean {
    return frame !== null && !frame.isControl && this.#message?.fate === 'drop';
  }

  #begin(head: FrameHead, first: Uint8Array | null): void {
    const fate = this.#state === 'open' ? this.#fateOf(head, first) : 'drop';
    if (fate === null) this.end();
    this.#message = { fate: fate ?? 'drop', bytes: 0 };
  }

  #fateOf(head: FrameHead, first: Uint8Array | null): Fate | null {
    if (first !== null && head.opcode !== TEXT)
      return this.#owner.begins(first, head.isLast ? head.payload : null);
    this.#owner.malformed();
    return null;
  }

  #enter(head: FrameHead): void {
    this.#frame = head;
    this.#left = head.payload;
    if (head.isControl) return this.#owner.control();
    if (this.#message === null) return;
    this.#message.bytes += head.payload;
    if (this.#message.fate === 'take') this.#cost += PIECE_COST;
    if (this.#state === 'open' && !this.#owner.grows(this.#message.bytes)) this.end();
  }

  #leave(pass: () => void): void {
    const frame = this.#frame;
    this.#frame = null;
    if (frame === null) return;
    if (frame.opcode === CLOSE) {
      pass();
      if (this.#isCut) this.#owner.hungUp();
      this.#state = 'closed';
    }
    const message = this.#message;
    if (frame.isControl || !frame.isLast || message === null) return;
    this.#message = null;
    this.#cost = 0;
    if (message.fate === 'drop' && this.#state === 'open') this.#owner.dropped(message.bytes);
  }
}

/** The first payload bytes of the message that begins at `start`, over its fragments; null while more have to come. */
function firstBytes(data: Buffer, start: number): Uint8Array | null {
  const first: number[] = [];
  let at = start;
  for (;;) {
    const head = readHead(data, at);
    if (head === null) return null;
    at += head.size;
    if (!head.isControl) {
      const wanted = Math.min(head.payload, FIRST_BYTES - first.length);
      if (at + wanted > data.length) return null;
      for (let index = 0; index < wanted; index += 1) {
        first.push((data[at + index] ?? 0) ^ (head.mask[index % 4] ?? 0));
      }
      if (first.length === FIRST_BYTES || head.isLast) return Uint8Array.from(first);
    }
    at += head.payload;
  }
}
