import {
  INBOX_HIGH_BYTES,
  INBOX_HIGH_ITEMS,
  PERSON_HIGH_BYTES,
  PERSON_HIGH_ITEMS,
  TURN_BYTES,
} from '../charge/charge-limits.ts';
import type { Seat } from '../presence/seat.ts';
import type { IncomingUpdate, InboxItem, ServerEdit } from './apply-inbox.ts';

/** What waits of one person, oldest first. */
interface Queue {
  readonly items: IncomingUpdate[];
  bytes: number;
}

/** The reader of an inbox. */
interface Taker {
  /** Enough for one tick. */
  readonly isFull: boolean;
}

/**
 * What waits for the next tick, by person. Who sends more than a tick can take waits for it alone: the turn goes round,
 * who used the server least goes first, and only a full queue of one's own stops one's tabs from being read.
 */
export class Inbox {
  readonly #queues = new Map<string, Queue>();
  #edits: ServerEdit[] = [];
  #bytes = 0;
  #count = 0;
  #since = 0;
  readonly #stopped = new Set<Seat>();

  get isEmpty(): boolean {
    return this.#queues.size === 0 && this.#edits.length === 0;
  }
  /** Something waits whose sender owes nothing. */
  get isReady(): boolean {
    return this.#edits.length > 0 || [...this.#queues.values()].some((queue) => !isHeld(queue));
  }
  /** When the first that waits came, in ms of the room's clock; long ago for what a tick had to leave. */
  get since(): number {
    return this.#since;
  }

  push(item: InboxItem, now: number): void {
    if (this.isEmpty) this.#since = now;
    if (item.kind === 'edit') return void this.#edits.push(item);
    const { seat, update } = item;
    const { participant } = seat.person;
    const queue = this.#queues.get(participant) ?? { items: [], bytes: 0 };
    this.#queues.set(participant, queue);
    queue.items.push(item);
    queue.bytes += update.length;
    this.#bytes += update.length;
    this.#count += 1;
    const isFull =
      queue.bytes > PERSON_HIGH_BYTES ||
      queue.items.length > PERSON_HIGH_ITEMS ||
      this.#bytes > INBOX_HIGH_BYTES ||
      this.#count > INBOX_HIGH_ITEMS;
    if (!isFull || this.#stopped.has(seat)) return;
    this.#stopped.add(seat);
    seat.peer.pause('room');
  }

  /**
   * Hands over what waits until `taker` is full: one update at least, then what the server changes itself, all of it.
   * What is left stays, in order, and so does everything of people who owe something, unless `all`.
   */
  *take(taker: Taker, all = false): Generator<InboxItem> {
    yield* this.#takeUpdates(taker, all);
    const edits = this.#edits;
    this.#edits = [];
    yield* edits;
    if (!this.isEmpty) this.#since = -Infinity;
  }

  /** Reads again from connections of which little waits in the inbox. */
  resume(): void {
    for (const seat of this.#stopped) {
      const queue = this.#queues.get(seat.person.participant);
      if (queue !== undefined && queue.bytes * 2 > PERSON_HIGH_BYTES) continue;
      if (queue !== undefined && queue.items.length * 2 > PERSON_HIGH_ITEMS) continue;
      this.#stopped.delete(seat);
      seat.peer.resume('room');
    }
  }

  forget(seat: Seat): void {
    this.#stopped.delete(seat);
  }

  *#takeUpdates(taker: Taker, all: boolean): Generator<InboxItem> {
    for (;;) {
      const round = [...this.#queues]
        .filter(([, queue]) => all || !isHeld(queue))
        .sort(([, a], [, b]) => usedBy(a) - usedBy(b));
      if (round.length === 0) return;
      for (const [participant, queue] of round) {
        for (let bytes = 0; bytes < TURN_BYTES;) {
          const item = all || !isHeld(queue) ? queue.items.shift() : undefined;
          if (item === undefined) break;
          const { length } = item.update;
          bytes += length;
          queue.bytes -= length;
          this.#bytes -= length;
          this.#count -= 1;
          if (queue.items.length === 0) this.#queues.delete(participant);
          yield item;
          if (taker.isFull) return;
        }
      }
    }
  }
}

function isHeld({ items }: Queue): boolean {
  return items[0]?.seat.budget.isHeld === true;
}

function usedBy({ items }: Queue): number {
  return items[0]?.seat.budget.usedMs ?? 0;
}
