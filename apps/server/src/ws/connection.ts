import type { Duplex } from 'node:stream';
import {
  CLOSE_REASONS,
  closeReasonForFrame,
  decodeFrame,
  encodeKeepAlive,
  MESSAGES,
} from '@coherence/protocol';
import type { CloseReason, Message } from '@coherence/protocol';
import type { RawData } from 'ws';
import type { Clock } from '../time/clock.ts';
import type { Pausing, Peer } from '../rooms/presence/seat.ts';
import type { FrameSieve, SieveOwner } from './shares/frame-sieve.ts';
import { Incoming } from './shares/incoming.ts';
import type { Shares } from './shares/incoming.ts';

/** Nothing heard for so long, pongs included: the other end is gone. Looked at with every heartbeat, so within 25 s. */
export const HALF_OPEN_MS = 20_000;
const PING_AFTER_MS = 8_000;
/** Stock providers drop a connection on which they heard nothing for 30 s, pings not counted. */
const KEEP_ALIVE_AFTER_MS = 10_000;
/** More than a whole board and what may wait beside it: past this a tab that goes on sending is not read. */
const UNREAD_BYTES = 10 * 1024 * 1024;
const UNREAD_LOOK_MS = 1_000;
const CLOSE_GRACE_MS = 5_000;
const KEEP_ALIVE = encodeKeepAlive();

/** What a connection needs of a socket: one of `ws`, or the stand-in for networks that block those. */
export interface ConnectionSocket {
  readonly readyState: number;
  readonly OPEN: number;
  on(event: 'message', listener: (data: RawData, isBinary: boolean) => void): unknown;
  on(event: 'pong' | 'error', listener: () => void): unknown;
  on(event: 'close', listener: (code: number) => void): unknown;
  once(event: 'close', listener: () => void): unknown;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  pause(): void;
  resume(): void;
}

export interface ConnectionParts {
  readonly socket: ConnectionSocket;
  /** Hands a frame to the network; called while the socket is open. */
  readonly send: (frame: Uint8Array) => void;
  /** The stream under the socket; corking it lets several frames leave in one write. */
  readonly stream: Pick<Duplex, 'cork' | 'uncork' | 'writableLength'>;
  /** Lets `owner` judge what comes in before it is kept, from now on. */
  readonly listen: (owner: Omit<SieveOwner, 'pass'>) => Pick<FrameSieve, 'end'>;
  readonly clock: Clock;
  readonly onClosed: (abrupt: boolean) => void;
  readonly countClosed: (reason: CloseReason) => void;
}

type Hold = 'entering' | 'rate' | Pausing;

type Reading =
  | { readonly is: 'read' }
  /** Not read, for these reasons, since then (ms of the clock). */
  | { readonly is: 'held'; readonly why: Set<Hold>; readonly since: number }
  /** Told to go: nothing it says counts any more. */
  | { readonly is: 'closing' };

/** Where what comes in goes. */
export interface Receiver {
  readonly shares: Shares;
  message(message: Message): void;
  /** A sync-step-2 or update that was counted and thrown away; `refused` when it would have changed something. */
  dropped(whole: boolean, refused: boolean): void;
}

/** One socket as a room's peer: frames in and out, heartbeat, and TCP backpressure instead of kicks. */
export class Connection implements Peer {
  readonly #parts: ConnectionParts;
  readonly #incoming: Incoming;
  readonly #sieve: Pick<FrameSieve, 'end'>;
  #reading: Reading = { is: 'read' };
  #receiver: Receiver | null = null;
  #rateHeldUntil = 0;
  #heardAt: number;
  #sentAt: number;

  /** Starts held: nothing is read until `start`. */
  constructor(parts: ConnectionParts) {
    const { socket, clock } = parts;
    this.#parts = parts;
    this.#heardAt = this.#sentAt = clock.now();
    this.#incoming = new Incoming({
      heard: () => (this.#heardAt = clock.now()),
      close: (reason) => this.close(reason),
      holdFor: (ms) => this.#holdFor(ms),
      heardControl: () => this.#holdUnlessRead(),
      terminate: () => socket.terminate(),
      dropped: (whole, refused) => this.#receiver?.dropped(whole, refused),
    });
    this.#sieve = parts.listen(this.#incoming);
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => (this.#heardAt = clock.now()));
    socket.on('error', () => {});
    socket.on('close', (code) => {
      this.#receiver?.shares.unfinished.end();
      parts.onClosed(code !== 1000 && code !== 1001);
    });
    this.#hold('entering');
  }

  /** From now on messages are read and go to `receiver`. */
  start(receiver: Receiver): void {
    this.#receiver = receiver;
    this.#incoming.belongsTo(receiver.shares);
    this.#release('entering');
  }

  /** When anything was last heard, in ms of the clock. */
  get heardAt(): number {
    return this.#reading.is === 'held' ? this.#parts.clock.now() : this.#heardAt;
  }

  send(frame: Uint8Array): void {
    const { clock, send, socket } = this.#parts;
    if (socket.readyState !== socket.OPEN) return;
    this.#sentAt = clock.now();
    if (isSyncStep1(frame)) this.#receiver?.shares.gate.asked();
    send(frame);
  }

  close(reason: CloseReason): void {
    if (this.#reading.is === 'closing') return;
    this.#reading = { is: 'closing' };
    const { socket, clock, countClosed } = this.#parts;
    countClosed(reason);
    this.#sieve.end();
    this.#receiver?.shares.unfinished.end();
    socket.resume();
    socket.close(CLOSE_REASONS[reason].code, reason);
    const cancel = clock.after(CLOSE_GRACE_MS, () => socket.terminate());
    socket.once('close', cancel);
  }

  bufferedBytes(): number {
    return this.#parts.stream.writableLength;
  }

  pause(why: Pausing): void {
    this.#hold(why);
  }

  resume(why: Pausing): void {
    this.#release(why);
  }

  together(work: () => void): void {
    this.#parts.stream.cork();
    try {
      work();
    } finally {
      this.#parts.stream.uncork();
    }
  }

  /** Called every few seconds. A connection that is not being read cannot be heard either, and is left alone. */
  heartbeat(): void {
    const { socket, clock } = this.#parts;
    const now = clock.now();
    if (this.#reading.is === 'held') this.#heardAt = now;
    if (now - this.#heardAt > HALF_OPEN_MS) return socket.terminate();
    if (socket.readyState !== socket.OPEN) return;
    if (now - this.#heardAt >= PING_AFTER_MS) socket.ping();
    if (now - this.#sentAt >= KEEP_ALIVE_AFTER_MS) this.send(KEEP_ALIVE);
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#heardAt = this.#parts.clock.now();
    if (this.#reading.is === 'closing') return;
    if (!isBinary || !(data instanceof Uint8Array)) return this.close('malformed');
    this.#incoming.pay(data.length);
    this.#holdUnlessRead();
    const decoded = decodeFrame(data);
    if (!decoded.ok) return this.close(closeReasonForFrame(decoded.error));
    this.#receiver?.message(decoded.value);
  }

  /** Answers, pongs and acknowledgements of what is sent pile up for a tab that does not read them. */
  #holdUnlessRead(): void {
    if (this.bufferedBytes() > UNREAD_BYTES) this.#holdFor(UNREAD_LOOK_MS);
  }

  #holdFor(ms: number): void {
    const { clock } = this.#parts;
    this.#rateHeldUntil = Math.max(this.#rateHeldUntil, clock.now() + ms);
    if (this.#reading.is === 'held' && this.#reading.why.has('rate')) return;
    this.#hold('rate');
    const wait = () => {
      const rest = this.#rateHeldUntil - clock.now();
      if (rest > 0) clock.after(rest, wait);
      else this.#release('rate');
    };
    wait();
  }

  #hold(why: Hold): void {
    const { clock, socket } = this.#parts;
    switch (this.#reading.is) {
      case 'closing':
        return;
      case 'held':
        this.#reading.why.add(why);
        return;
      case 'read':
        this.#reading = { is: 'held', why: new Set([why]), since: clock.now() };
        socket.pause();
    }
  }

  #release(reason: Hold): void {
    if (this.#reading.is !== 'held') return;
    const { why, since } = this.#reading;
    if (!why.delete(reason) || why.size > 0) return;
    this.#reading = { is: 'read' };
    this.#receiver?.shares.unfinished.notRead(this.#parts.clock.now() - since);
    this.#parts.socket.resume();
  }
}

const isSyncStep1 = (frame: Uint8Array): boolean =>
  frame[0] === MESSAGES['sync-step-1'].number && frame[1] === 0;
