import { encodeAwareness, isRemoval, removedStateBytes } from '@coherence/protocol';
import type { AwarenessEntry } from '@coherence/protocol';
import type { Clock } from '../../time/clock.ts';
import { PRESENCE_STATE_BYTES } from '../charge/charge-limits.ts';
import { CursorSlots } from './cursor-slots.ts';
import { readPresenceState } from './presence-state.ts';
import type { Seat } from './seat.ts';

/** After a lost connection a person stays shown this long, so that a blink of the wifi does not flicker. */
export const GRACE_MS = 5_000;
/** Clients renew their state every 15 s; twice that without a word and they are gone. */
export const SILENCE_MS = 30_000;
const SWEEP_MS = 10_000;
/** Stock clients drop whom they have not heard of for 30 s, so even what looks the same is said again. */
const REPEAT_MS = 10_000;
const BYTES_PER_SECOND_PER_CLIENT = 64 * 1024;
/** Clocks count a tab's changes. One near the largest number would make frames unreadable with the next step of it. */
/** So many bytes may each of one person's tabs show in any case. */
const SMALL_STATE_BYTES = 1024;
const LAST_CLOCK = 2 ** 31;

interface Present {
  clock: number;
  /** As others see it. */
  stateBytes: Uint8Array;
  toldAt: number;
  /** Null while a lost connection may come back. */
  owner: Seat | null;
  readonly participant: string;
  seenAt: number;
}

/** Milliseconds between two presence frames, for so many people and a frame of so many bytes. */
export function presenceTickMs(people: number, lastFrameBytes: number): number {
  const byCrowd = people <= 10 ? 50 : people <= 50 ? 100 : people <= 200 ? 200 : 400;
  return Math.max(byCrowd, Math.ceil((lastFrameBytes / BYTES_PER_SECOND_PER_CLIENT) * 1000));
}

/**
 * Who is here, and where they point. Never stored. A tab may speak for its own client id only, which also swallows
 * the echoes stock clients send of the state of others, and only as who it is. What changed goes to everyone in
 * one frame a tick; in a crowd only some cursors are in it.
 */
export class Presence {
  readonly #clock: Clock;
  readonly #broadcast: (frame: Uint8Array) => void;
  readonly #onOwnId: (clientId: number, participant: string) => void;
  readonly #present = new Map<number, Present>();
  readonly #ids = new Map<Seat, number>();
  readonly #changed = new Map<number, AwarenessEntry>();
  readonly #cursors = new CursorSlots();
  #lastFrameBytes = 0;
  #lastFrameAt = -Infinity;
  #cancelTick: (() => void) | null = null;
  #cancelSweep: (() => void) | null = null;

  /** `onOwnId` is told under which client id a participant shows, before any other person is. */
  constructor(
    clock: Clock,
    broadcast: (frame: Uint8Array) => void,
    onOwnId: (clientId: number, participant: string) => void = () => {},
  ) {
    this.#clock = clock;
    this.#broadcast = broadcast;
    this.#onOwnId = onOwnId;
  }

  get size(): number {
    return this.#present.size;
  }

  receive(seat: Seat, entries: readonly AwarenessEntry[]): void {
    for (const entry of entries) this.#receiveOne(seat, entry);
  }

  #receiveOne(seat: Seat, entry: AwarenessEntry): void {
    if (entry.clock > LAST_CLOCK) return;
    const ownId = this.#ids.get(seat);
    if (ownId !== undefined && ownId !== entry.clientId) return;
    const known = this.#present.get(entry.clientId);
    if (known !== undefined && known.owner !== seat && known.participant !== seat.person.participant) return;
    if (isRemoval(entry)) {
      if (known === undefined || entry.clock < known.clock) return;
      this.#forget(entry.clientId);
      this.#note(entry);
      return;
    }
    const isNews = (known === undefined || entry.clock > known.clock) && this.#mayShow(seat, entry);
    const stateBytes = isNews ? this.#visible(seat, entry) : known?.stateBytes;
    if (stateBytes === undefined || stateBytes === null) return;
    if (ownId === undefined) this.#onOwnId(entry.clientId, seat.person.participant);
    this.#ids.set(seat, entry.clientId);
    const now = this.#clock.now();
    const { participant } = seat.person;
    const isTold =
      known !== undefined && now - known.toldAt < REPEAT_MS && sameBytes(stateBytes, known.stateBytes);
    const toldAt = known !== undefined && (isTold || !isNews) ? known.toldAt : now;
    const clock = isNews ? entry.clock : (known?.clock ?? entry.clock);
    this.#present.set(entry.clientId, {
      clock,
      stateBytes,
      toldAt,
      owner: seat,
      participant,
      seenAt: now,
    });
    if (isNews && !isTold) this.#note({ clientId: entry.clientId, clock, stateBytes });
    this.#cancelSweep ??= this.#clock.after(SWEEP_MS, () => this.#sweep());
  }

  /**
   * Its person is another person now, in role, name or unit: others see that at once, and not when the tab next says
   * something, which is up to the tab. One step on its clock: what it says itself meanwhile says the same of who it is.
   */
  identify(seat: Seat): void {
    const clientId = this.#ids.get(seat);
    const known = clientId === undefined ? undefined : this.#present.get(clientId);
    if (clientId === undefined || known === undefined || known.owner !== seat) return;
    const clock = known.clock + 1;
    const stateBytes = this.#visible(seat, { clientId, clock, stateBytes: known.stateBytes });
    if (stateBytes === null) return;
    Object.assign(known, { clock, stateBytes, toldAt: this.#clock.now() });
    this.#note({ clientId, clock, stateBytes });
  }

  /** What others are to see of a state, or null if nothing. */
  #visible(seat: Seat, { clientId, stateBytes }: AwarenessEntry): Uint8Array | null {
    const state = readPresenceState(stateBytes, seat.person);
    if (state === null) return null;
    const { withoutCursor } = state;
    if (withoutCursor === null) this.#cursors.release(clientId);
    else if (!this.#cursors.moved(clientId, this.#clock.now(), state.leads)) return withoutCursor;
    return state.bytes;
  }

  /** Whether a new state is within what one person may show; else the one before it stays. */
  #mayShow(seat: Seat, { clientId, stateBytes }: AwarenessEntry): boolean {
    const { participant } = seat.person;
    if (!seat.budget.share.mayShow(stateBytes.length)) return false;
    if (stateBytes.length <= SMALL_STATE_BYTES) return true;
    let bytes = stateBytes.length;
    for (const [id, known] of this.#present)
      if (known.participant === participant && id !== clientId) bytes += known.stateBytes.length;
    return bytes <= PRESENCE_STATE_BYTES;
  }

  #forget(clientId: number): void {
    this.#present.delete(clientId);
    this.#cursors.release(clientId);
  }

  /** The seat's connection ended; `abrupt` when it did not say goodbye. */
  leave(seat: Seat, abrupt: boolean): void {
    const id = this.#ids.get(seat);
    this.#ids.delete(seat);
    const known = id === undefined ? undefined : this.#present.get(id);
    if (id === undefined || known === undefined || known.owner !== seat) return;
    known.owner = null;
    if (abrupt) this.#clock.after(GRACE_MS, () => this.#removeIfAlone(id, known));
    else this.#removeIfAlone(id, known);
  }

  /** The frame with everyone's presence, for one seat. */
  everybody(): Uint8Array {
    return encodeAwareness(
      [...this.#present].map(([clientId, { clock, stateBytes }]) => ({ clientId, clock, stateBytes })),
    );
  }

  destroy(): void {
    this.#cancelTick?.();
    this.#cancelSweep?.();
    this.#present.clear();
    this.#ids.clear();
  }

  /** Removal keeps the clock of the last state: a higher one would outrank the person's return. */
  #removeIfAlone(clientId: number, known: Present): void {
    if (this.#present.get(clientId) !== known || known.owner !== null) return;
    this.#forget(clientId);
    this.#note({ clientId, clock: known.clock, stateBytes: removedStateBytes() });
  }

  #sweep(): void {
    const deadline = this.#clock.now() - SILENCE_MS;
    for (const [clientId, known] of this.#present) {
      if (known.seenAt > deadline) continue;
      known.owner = null;
      this.#removeIfAlone(clientId, known);
    }
    this.#cancelSweep = this.#present.size === 0 ? null : this.#clock.after(SWEEP_MS, () => this.#sweep());
  }

  #note(entry: AwarenessEntry): void {
    this.#changed.set(entry.clientId, entry);
    if (this.#cancelTick !== null) return;
    const wait =
      presenceTickMs(this.#present.size, this.#lastFrameBytes) - (this.#clock.now() - this.#lastFrameAt);
    this.#cancelTick = this.#clock.after(Math.max(0, wait), () => this.#tick());
  }

  #tick(): void {
    this.#cancelTick = null;
    const frame = encodeAwareness([...this.#changed.values()]);
    this.#changed.clear();
    this.#lastFrameBytes = frame.length;
    this.#lastFrameAt = this.#clock.now();
    this.#broadcast(frame);
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
