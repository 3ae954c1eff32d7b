import type { StoredDoc } from '../../../storage/storage.ts';
import { COMPACT_BYTES, COMPACT_ROWS, DOC_FULL_BYTES } from '../../limits/room-limits.ts';

/** How far the log of one document has grown past its newest snapshot. */
export class LogGrowth {
  #snapshotSeq: number;
  #snapshotBytes: number;
  #bytesSince: number;

  constructor({ snapshot, snapshotSeq, rows }: Pick<StoredDoc, 'snapshot' | 'snapshotSeq' | 'rows'>) {
    this.#snapshotSeq = snapshotSeq;
    this.#snapshotBytes = snapshot?.length ?? 0;
    this.#bytesSince = rows.reduce((sum, row) => sum + row.length, 0);
  }

  /** The document takes no more. */
  get isFull(): boolean {
    return this.#snapshotBytes > DOC_FULL_BYTES;
  }

  /** How many rows follow the snapshot, where `seq` is the newest. */
  rowsUpTo(seq: number): number {
    return seq - this.#snapshotSeq;
  }

  /** Another row of so many bytes has been stored, as number `seq`. Answers whether it is time for a new snapshot. */
  add(bytes: number, seq: number): boolean {
    this.#bytesSince += bytes;
    return (
      this.#bytesSince > Math.max(COMPACT_BYTES, this.#snapshotBytes) || this.rowsUpTo(seq) > COMPACT_ROWS
    );
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
