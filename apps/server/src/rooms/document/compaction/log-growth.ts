import type { StoredDoc } from '../../../storage/storage.ts';
import {
  COMPACT_BYTES,
  COMPACT_ROWS,
  DOC_FULL_BYTES,
  FULL_CHECK_BYTES,
  FULL_CHECK_ROWS,
  TELL_FULL_PERCENT,
} from '../../limits/room-limits.ts';

/** How far the log of one document has grown past its newest snapshot. */
export class LogGrowth {
  #snapshotSeq: number;
  #snapshotBytes: number;
  #bytesSince: number;
  readonly #most: number;

  /** `most`: bytes that the document may come to. */
  constructor(
    { snapshot, snapshotSeq, rows }: Pick<StoredDoc, 'snapshot' | 'snapshotSeq' | 'rows'>,
    most = DOC_FULL_BYTES,
  ) {
    this.#most = most;
    this.#snapshotSeq = snapshotSeq;
    this.#snapshotBytes = snapshot?.length ?? 0;
    this.#bytesSince = rows.reduce((sum, row) => sum + row.length, 0);
  }

  /** Bytes the document may still grow; below 0 it has grown beyond. Rows count in full until they are folded. */
  get free(): number {
    return this.#most - this.#snapshotBytes - this.#bytesSince;
  }

  /** 100: it takes no more. */
  get percent(): number {
    return Math.min(100, Math.floor((100 * (this.#most - this.free)) / this.#most));
  }

  /** How many rows follow the snapshot, where `seq` is the newest. */
  rowsUpTo(seq: number): number {
    return seq - this.#snapshotSeq;
  }

  /** Another row of so many bytes has been stored, as number `seq`. Answers whether it is time for a new snapshot. */
  add(bytes: number, seq: number): boolean {
    this.#bytesSince += bytes;
    const isWorthALook = this.#bytesSince > FULL_CHECK_BYTES || this.rowsUpTo(seq) > FULL_CHECK_ROWS;
    if (this.free <= 0 && isWorthALook) return true;
    const most =
      this.percent < TELL_FULL_PERCENT ? Math.max(COMPACT_BYTES, this.#snapshotBytes) : COMPACT_BYTES;
    return this.#bytesSince > most || this.rowsUpTo(seq) > COMPACT_ROWS;
  }

  /** A snapshot of the state at `seq` has been stored. False for one that is not newer than the newest. */
  compacted(seq: number, bytes: number): boolean {
    if (seq <= this.#snapshotSeq) return false;
    this.#snapshotSeq = seq;
    this.#snapshotBytes = bytes;
    this.#bytesSince = 0;
    return true;
  }
}
