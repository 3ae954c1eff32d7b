import type * as Y from 'yjs';
import type { StoredDoc } from '../../storage/storage.ts';
import { LogGrowth } from '../document/compaction/log-growth.ts';
import type { DecodedUpdate } from '../document/document.ts';
import type { Seat } from '../presence/seat.ts';
import {
  DOC_FULL_BYTES,
  FACILITATORS_RESERVE_BYTES,
  PRIVATE_FULL_BYTES,
  TELL_FULL_PERCENT,
} from '../limits/room-limits.ts';
import { Shares, type Owners } from './shares.ts';

interface RoomSpaceParts {
  readonly stored: Pick<StoredDoc, 'snapshot' | 'snapshotSeq' | 'rows'>;
  readonly writers: Owners;
  /** Of a private document, which holds less, all of it for its owner: it should begin anew without its past. Else null. */
  readonly renew: (() => void) | null;
  /** Makes a seat send again what the server did not take. */
  readonly ask: (seat: Seat) => void;
  /** The document is so full now: percent from `TELL_FULL_PERCENT` to 100, or 0 for anything below. */
  readonly tell: (percent: number) => void;
}

/** How much a document may still grow, in all and by each person, and who waits for room (FULL1 to FULL4). */
export class RoomSpace {
  readonly #parts: RoomSpaceParts;
  readonly #growth: LogGrowth;
  readonly #shares: Shares;
  /** Told `doc-full`: they hold words for which there was no room. */
  readonly #waiting = new Set<Seat>();
  #told: number | null = null;

  constructor(parts: RoomSpaceParts) {
    this.#parts = parts;
    this.#growth = new LogGrowth(parts.stored, parts.renew === null ? DOC_FULL_BYTES : PRIVATE_FULL_BYTES);
    this.#shares = new Shares({ free: () => this.#growth.free, writers: parts.writers });
  }

  rowsUpTo(seq: number): number {
    return this.#growth.rowsUpTo(seq);
  }

  /** Whether there is room for so many bytes more. Facilitators have a reserve, so that they can clear up. */
  hasRoom(seat: Seat, bytes: number): boolean {
    const reserve = seat.person.role === 'facilitator' ? FACILITATORS_RESERVE_BYTES : 0;
    return bytes <= this.#growth.free + reserve;
  }

  /** Tells a seat that there is no room for its message `n`; it is asked again when there is. */
  refuse(seat: Seat, n: number): void {
    this.#waiting.add(seat);
    seat.refuse(n, 'doc-full', '');
    this.#tell();
  }

  /** Whether this person may add an update of so many bytes to the board; if so it is counted as theirs. */
  takesShare(doc: Y.Doc, seat: Seat, decoded: DecodedUpdate, bytes: number): boolean {
    if (this.#parts.renew !== null) return true;
    const taken = this.#shares.take(doc, seat.person, decoded, bytes);
    if (taken === 'freed') this.#parts.ask(seat);
    return taken !== 'held';
  }

  /** A row has been stored. Answers whether it is time for a new snapshot. */
  add(bytes: number, seq: number): boolean {
    const isDue = this.#growth.add(bytes, seq);
    this.#tell();
    return isDue;
  }

  /** A snapshot has been stored: it may show that there is room again. False for one that is not newer. */
  compacted(seq: number, bytes: number): boolean {
    if (!this.#growth.compacted(seq, bytes)) return false;
    this.#tell();
    if (this.#growth.free > 0) {
      const waiting = [...this.#waiting];
      this.#waiting.clear();
      for (const seat of waiting) if (!seat.closed) this.#parts.ask(seat);
    }
    return true;
  }

  leave(seat: Seat): void {
    this.#waiting.delete(seat);
  }

  #tell(): void {
    const { percent } = this.#growth;
    const now = percent < TELL_FULL_PERCENT ? 0 : percent;
    const isAsked = this.#parts.renew !== null && now > 0;
    if ((!isAsked && now === this.#told) || (this.#told === null && now === 0)) return;
    this.#told = now;
    if (this.#parts.renew === null) this.#parts.tell(now);
    else if (now > 0) this.#parts.renew();
  }
}
