import type { Clock } from '../../time/clock.ts';
import type { StateVector } from '../document/document.ts';
import { encodeChange } from '../document/encode-change.ts';
import type { RoomEvents } from './room-events.ts';
import { LAG_CLOSE_MS, LAG_HIGH_BYTES, LAG_LOW_BYTES, LAG_POLL_MS } from '../limits/room-limits.ts';
import type { Seat } from '../presence/seat.ts';

interface OutletParts {
  readonly clock: Clock;
  readonly events: RoomEvents;
  readonly seats: ReadonlySet<Seat>;
  readonly whenAtRest: (work: () => void) => void;
  /** The update from a state to the live document; asked at rest only. */
  readonly difference: (from: StateVector) => Uint8Array;
  readonly everybody: () => Uint8Array;
}

/**
 * Sends one frame to all seats. A seat whose connection does not keep up is skipped, with nothing
 * queued for it; once it has caught its breath one frame brings it up to date.
 */
export class Outlet {
  readonly #parts: OutletParts;
  #cancelPoll: (() => void) | null = null;

  constructor(parts: OutletParts) {
    this.#parts = parts;
  }

  /**
   * A stored change; `before` is the state it starts from. What `acknowledge` sends to one of its authors leaves in
   * the same write.
   */
  deliver(frame: Uint8Array, before: StateVector, acknowledge: (author: Seat) => void): void {
    this.#send(frame, before, (seat) => {
      const { peer } = seat;
      if (seat.unacknowledged === 0) return peer.send(frame);
      peer.together(() => {
        peer.send(frame);
        acknowledge(seat);
      });
    });
  }

  /** Presence; a seat that misses a frame is sent everyone's presence later. */
  broadcast(frame: Uint8Array): void {
    this.#send(frame, null, ({ peer }) => peer.send(frame));
  }

  stop(): void {
    this.#cancelPoll?.();
    this.#cancelPoll = null;
  }

  #send(frame: Uint8Array, before: StateVector | null, send: (seat: Seat) => void): void {
    let frames = 0;
    for (const seat of this.#parts.seats) {
      this.#noteLag(seat);
      const { state } = seat;
      if (state.is === 'lagging') state.from ??= before;
      if (state.is !== 'joined') continue;
      send(seat);
      frames += 1;
    }
    this.#parts.events.delivered(frames, frames * frame.length);
  }

  #noteLag(seat: Seat): void {
    const { peer, state } = seat;
    if (state.is !== 'joined' || peer.bufferedBytes() <= LAG_HIGH_BYTES) return;
    seat.lag(this.#parts.clock.now(), peer.bufferedBytes());
    this.#parts.events.lagging();
    this.#poll();
  }

  #poll(): void {
    this.#cancelPoll ??= this.#parts.clock.after(LAG_POLL_MS, () => {
      this.#cancelPoll = null;
      let stillLagging = false;
      for (const seat of this.#parts.seats) stillLagging = this.#look(seat) || stillLagging;
      if (stillLagging) this.#poll();
    });
  }

  /** Answers whether the seat still lags. One that takes nothing at all for long is let go. */
  #look(seat: Seat): boolean {
    const { state: lag, peer } = seat;
    if (lag.is !== 'lagging') return false;
    const buffered = peer.bufferedBytes();
    const now = this.#parts.clock.now();
    if (buffered < lag.buffered) lag.progressAt = now;
    lag.buffered = buffered;
    if (now - lag.progressAt > LAG_CLOSE_MS) {
      seat.close('overloaded');
      return false;
    }
    if (buffered > LAG_LOW_BYTES) return true;
    this.#parts.whenAtRest(() => this.#catchUp(seat));
    return seat.state.is === 'lagging';
  }

  #catchUp(seat: Seat): void {
    const { state: lag, peer } = seat;
    if (lag.is !== 'lagging') return;
    seat.join();
    peer.together(() => {
      if (lag.from !== null) peer.send(encodeChange(this.#parts.difference(lag.from)));
      peer.send(this.#parts.everybody());
    });
  }
}
