import { TickBill } from '../charge/tick-bill.ts';
import type { WorkLedger } from '../charge/work-ledger.ts';
import type { Seat } from '../presence/seat.ts';

interface RoomChargeParts {
  readonly ledger: WorkLedger;
  /** What waits in the inbox of a person who owed something may be taken in. */
  readonly onFreed: () => void;
  /** Makes a seat send again what the server did not take. */
  readonly ask: (seat: Seat) => void;
}

/** Who of a room pays for what, and what happens when a person has paid. */
export class RoomCharge {
  readonly #parts: RoomChargeParts;
  readonly #leaves = new Map<Seat, () => void>();
  /** Told `rate`: they hold words that were not taken. */
  readonly #heldBack = new Set<Seat>();

  constructor(parts: RoomChargeParts) {
    this.#parts = parts;
  }

  enter(seat: Seat): void {
    seat.budget = this.#parts.ledger.person(seat.person.participant, seat.address);
    const leave = seat.budget.join({
      stop: () => seat.peer.pause('debt'),
      goOn: () => {
        seat.peer.resume('debt');
        this.#parts.onFreed();
        if (this.#heldBack.delete(seat) && !seat.closed) this.#parts.ask(seat);
      },
    });
    this.#leaves.set(seat, leave);
  }

  /** What a person sent before they left is taken in all the same, once it is paid for. */
  leave(seat: Seat): void {
    this.#heldBack.delete(seat);
    this.#leaves.get(seat)?.();
    this.#leaves.delete(seat);
    if (!seat.budget.isHeld) return;
    const end = seat.budget.join({
      stop() {},
      goOn: () => {
        this.#leaves.delete(seat);
        end();
        this.#parts.onFreed();
      },
    });
    this.#leaves.set(seat, end);
  }

  /** Runs `work` on something that a seat sent. */
  receive(seat: Seat, work: () => void): void {
    seat.budget.charge(this.#parts.ledger.measure(work).ms);
  }

  /** Takes the steps of an update from its sender; false: not enough left, so the seat is asked again later. */
  pays(seat: Seat, steps: number): boolean {
    if (seat.budget.paySteps(steps)) return true;
    this.#heldBack.add(seat);
    return false;
  }

  newBill(): TickBill {
    return new TickBill(this.#parts.ledger);
  }

  whenLoopIsFree(work: () => void): void {
    this.#parts.ledger.whenLoopIsFree(work);
  }

  stop(): void {
    for (const leave of this.#leaves.values()) leave();
    this.#leaves.clear();
  }
}
