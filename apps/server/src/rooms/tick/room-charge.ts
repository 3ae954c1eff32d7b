import { TickBill } from '../charge/tick-bill.ts';
import type { WorkLedger } from '../charge/work-ledger.ts';
import type { Session } from '../presence/session.ts';

interface RoomChargeParts {
  readonly ledger: WorkLedger;
  /** What waits in the inbox of somebody who owed something may be taken in. */
  readonly onFreed: () => void;
  /** Makes a session send again what the server did not take. */
  readonly ask: (session: Session) => void;
}

/** Who of a room pays for what, and what happens when somebody has paid. */
export class RoomCharge {
  readonly #parts: RoomChargeParts;
  readonly #leaves = new Map<Session, () => void>();
  /** Told `rate`: they hold words that were not taken. */
  readonly #heldBack = new Set<Session>();

  constructor(parts: RoomChargeParts) {
    this.#parts = parts;
  }

  enter(session: Session): void {
    session.budget = this.#parts.ledger.person(session.identity.participant, session.address);
    const leave = session.budget.join({
      stop: () => session.peer.pause('debt'),
      goOn: () => {
        session.peer.resume('debt');
        this.#parts.onFreed();
        if (this.#heldBack.delete(session) && !session.closed) this.#parts.ask(session);
      },
    });
    this.#leaves.set(session, leave);
  }

  /** What somebody sent before they left is taken in all the same, once it is paid for. */
  leave(session: Session): void {
    this.#heldBack.delete(session);
    this.#leaves.get(session)?.();
    this.#leaves.delete(session);
    if (!session.budget.isHeld) return;
    const end = session.budget.join({
      stop() {},
      goOn: () => {
        this.#leaves.delete(session);
        end();
        this.#parts.onFreed();
      },
    });
    this.#leaves.set(session, end);
  }

  /** Runs `work` on something that a session sent. */
  receive(session: Session, work: () => void): void {
    session.budget.charge(this.#parts.ledger.measure(work).ms);
  }

  /** Takes the steps of an update from its sender; false: not enough left, so the session is asked again later. */
  pays(session: Session, steps: number): boolean {
    if (session.budget.paySteps(steps)) return true;
    this.#heldBack.add(session);
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
