import {
  codeFor,
  encodeAck,
  encodeNack,
  encodePermissionDenied,
  encodeRole,
  NACK_CODES,
  PROTOCOL_VERSION,
  type Role,
  may,
} from '@coherence/protocol';
import type { CloseReason, NackCode } from '@coherence/protocol';
import type { Clock } from '../../time/clock.ts';
import type { Coverage, StateVector } from '../document/document.ts';
import { ASK_AGAIN_MS, LAG_HIGH_BYTES, LAG_POLL_MS, MAX_STRIKES } from '../limits/room-limits.ts';
import { PersonBudget } from '../charge/person-budget.ts';

const LOOKING_ON = 'You are looking on; this change was not taken.';

/** Why a room does not read: too much waits in it, or the person owes something for their work. */
export type Pausing = 'room' | 'debt';

/** The far end of a seat: one connection. None of these may throw. */
export interface Peer {
  send(frame: Uint8Array): void;
  close(reason: CloseReason): void;
  /** Bytes handed to `send` that the network has not taken yet. */
  bufferedBytes(): number;
  /** Stops reading from the connection, so that its sender is slowed down by TCP. */
  pause(why: Pausing): void;
  /** Reads again once nothing else stops it. */
  resume(why: Pausing): void;
  /** Runs `work` and lets the frames it sends leave in one write. */
  together(work: () => void): void;
}

export interface Person {
  readonly participant: string;
  readonly name: string;
  /** Unit id, '' when none. */
  readonly unit: string;
  /** Units they were in earlier. */
  readonly unitsBefore?: readonly string[] | undefined;
  readonly role: Role;
}

/** A counted message that has no ack yet. */
interface Open {
  readonly n: number;
  /** Null while it waits to be applied. */
  coverage: Coverage | null;
  /** A sync-step-2 holds all its sender has, so once it is in, so is everything sent before it. */
  readonly whole: boolean;
  settled: boolean;
}

/** What a seat gets. It begins with greeting and ends with closed, for good. */
export type SeatState =
  /** It has not been sent the document yet, and gets no changes. */
  | { readonly is: 'greeting' }
  /** It has been sent the document and gets everything from there on. */
  | { readonly is: 'joined' }
  | Lagging
  | { readonly is: 'closed' };

/**
 * It is too slow, and is caught up later. `from`: the last state it was sent in full, null while only presence was
 * skipped. `progressAt`: when its buffer was last seen to shrink.
 */
export interface Lagging {
  readonly is: 'lagging';
  from: StateVector | null;
  progressAt: number;
  buffered: number;
}

/** One connected tab: who it is, what of it is not acknowledged yet, and whether it keeps up. */
export class Seat {
  readonly peer: Peer;

  person: Person;
  /** It said hello: it understands message types from 100 on. */
  speaksOurs = false;
  /** The protocol it speaks; without a hello the present one. */
  protocol: number = PROTOCOL_VERSION;
  /** The state vector of what its device said it has. */
  seen: Uint8Array = new Uint8Array(1);
  #state: SeatState = { is: 'greeting' };
  /** Where it comes from, as limits count addresses; '' where no person knows. */
  address = '';
  /** Who pays for what it sends; a room puts the one of its person here. */
  budget: PersonBudget;
  /** Its person has another role, name or unit now. */
  onBecame: () => void = () => {};
  readonly #clock: Clock;
  /** The state vector of its newest sync-step-1 that waits for its turn. */
  #asksFrom: Uint8Array | null = null;
  #asksForPresence = false;
  #counted = 0;
  #askedAt = -Infinity;
  #strikes = 0;
  #open: Open[] = [];

  constructor(peer: Peer, person: Person, clock: Clock) {
    this.peer = peer;
    this.person = person;
    this.#clock = clock;
    this.budget = new PersonBudget(clock);
  }

  get state(): SeatState {
    return this.#state;
  }

  get closed(): boolean {
    return this.#state.is === 'closed';
  }

  /** It has been sent the document, or all it missed while it lagged. */
  join(): void {
    if (!this.closed) this.#state = { is: 'joined' };
  }

  /** It takes too little of what it is sent. */
  lag(progressAt: number, buffered: number): void {
    if (this.#state.is === 'joined') this.#state = { is: 'lagging', from: null, progressAt, buffered };
  }

  /** Its connection is gone. */
  leave(): void {
    this.#state = { is: 'closed' };
  }

  /** It may know what this server does not. */
  get isNewer(): boolean {
    return this.protocol > PROTOCOL_VERSION;
  }

  get mayWrite(): boolean {
    return may(this.person.role, 'write');
  }

  /** It reads what it is sent; a whole board more would only wait in memory. */
  get keepsUp(): boolean {
    return this.peer.bufferedBytes() <= LAG_HIGH_BYTES;
  }

  get unacknowledged(): number {
    return this.#open.length;
  }

  /**
   * Sync-step-1 makes the server encode a delete set: `answer` runs not too often, then for the newest, and not before
   * the answers to earlier ones have been read. `answer` sends with `answers`.
   */
  asks(stateVector: Uint8Array, answer: (stateVector: Uint8Array) => void): void {
    const isWaiting = this.#asksFrom !== null;
    this.#asksFrom = stateVector;
    if (isWaiting) return;
    this.#inTurn(() => {
      const from = this.#asksFrom;
      this.#asksFrom = null;
      if (from !== null) answer(from);
    });
  }

  /** The same for everyone's presence, which a stock client may ask for with one byte. */
  asksForPresence(everybody: () => Uint8Array): void {
    if (this.#asksForPresence || !this.keepsUp) return;
    this.#asksForPresence = true;
    this.#inTurn(() => {
      this.#asksForPresence = false;
      if (!this.closed) this.answers(everybody());
    });
  }

  /** Sends part of an answer; its bytes count for the person. */
  answers(frame: Uint8Array): void {
    this.budget.share.answered(frame.length);
    this.peer.send(frame);
  }

  /** Runs `answer` once the person may be answered and this tab has read what it was sent. */
  #inTurn(answer: () => void): void {
    const run = () => {
      if (this.closed || this.keepsUp) answer();
      else this.#clock.after(LAG_POLL_MS, run);
    };
    const wait = this.budget.share.asks();
    if (wait > 0) this.#clock.after(wait, run);
    else run();
  }

  /** Counts a sync-step-2 or update; the number is what acks and nacks speak of. */
  count(whole: boolean): number {
    this.#counted += 1;
    this.#open.push({ n: this.#counted, coverage: null, whole, settled: false });
    return this.#counted;
  }

  /** Message `n` was taken; it counts as stored once the stored document has come as far as `coverage`. */
  awaits(n: number, coverage: Coverage): void {
    const open = this.#at(n);
    if (open !== undefined) open.coverage = coverage;
  }

  /** Message `n` needs no storing: it brought nothing new, or it was refused. */
  settle(n: number): void {
    const open = this.#at(n);
    if (open !== undefined) open.settled = true;
  }

  /** Counts a sync-step-2 or update that was thrown away unread; `refused`: it would have changed something. */
  leftUnread(whole: boolean, refused: boolean): void {
    const n = this.count(whole);
    if (refused) this.refuse(n, 'role', LOOKING_ON);
    else this.settle(n);
  }

  /** Refuses message `n`. A stock client cannot be told to take its words back, so it is let go. */
  refuse(n: number, code: NackCode, reason: string): void {
    this.settle(n);
    if (this.speaksOurs) this.peer.send(encodeNack(n, codeFor(this.protocol, code), reason));
    else if (code === 'role' && !this.mayWrite) this.peer.send(encodePermissionDenied(reason));
    else if (!NACK_CODES[code].held) this.close('not-allowed');
    if (code === 'malformed' && ++this.#strikes >= MAX_STRIKES) this.close('malformed');
  }

  /**
   * Acknowledges all it can. Call it only when the document is exactly what is stored. `isStored` says whether
   * an update is fully integrated. Answers whether the seat should be asked for parts that something it sent builds on.
   */
  acknowledge(seq: number, isStored: (coverage: Coverage) => boolean): boolean {
    let incomplete = false;
    for (const [index, one] of this.#open.entries()) {
      if (one.settled || one.coverage === null) continue;
      if (!isStored(one.coverage)) {
        incomplete = true;
        continue;
      }
      one.settled = true;
      if (one.whole)
        for (const earlier of this.#open.slice(0, index)) earlier.settled ||= earlier.coverage !== null;
    }
    const stop = this.#open.findIndex((one) => !one.settled);
    const done = stop === -1 ? this.#open.length : stop;
    const last = this.#open[done - 1];
    if (last !== undefined) {
      this.#open = this.#open.slice(done);
      if (this.speaksOurs) this.peer.send(encodeAck(last.n, seq));
    }
    return (
      incomplete && this.#open.some((one) => one.coverage !== null && !one.settled) && this.#mayBeAsked()
    );
  }

  #mayBeAsked(): boolean {
    const now = this.#clock.now();
    if (now - this.#askedAt < ASK_AGAIN_MS) return false;
    this.#askedAt = now;
    return true;
  }

  /** Open messages are numbered without gaps. */
  #at(n: number): Open | undefined {
    return this.#open[n - (this.#open[0]?.n ?? 0)];
  }

  /** Role, name or unit of its person are others now. Saying the role again makes clients ask who they are. */
  become({ name, unit, unitsBefore, role }: Omit<Person, 'participant'>): void {
    const { person } = this;
    if (person.name === name && person.unit === unit && person.role === role) return;
    this.person = { ...person, name, unit, unitsBefore, role };
    if (this.speaksOurs) this.peer.send(encodeRole(role));
    this.onBecame();
  }

  close(reason: CloseReason): void {
    if (this.closed) return;
    this.leave();
    this.peer.close(reason);
  }
}
