import { encodeSyncStep2, encodeUpdateFrame, FRAME_LIMITS } from '@coherence/protocol';
import type { StoredDoc } from '../../storage/storage.ts';
import { encodeChange } from './encode-change.ts';
import { EMPTY_UPDATE } from './document.ts';
import { JOIN_TAIL_BYTES, JOIN_TAIL_ROWS } from '../limits/room-limits.ts';

const CLOSING_STEP2 = encodeSyncStep2(EMPTY_UPDATE);

/**
 * The frames that bring a client from nothing to the stored state, made once and shared by all clients that
 * join: a base and the rows after it. Only stored bytes enter, so a joiner never sees what a crash could
 * take back. Sync-step-2 comes last: a client that calls itself synced has everything. (The exception, a
 * large board that cannot be stored just now, lacks its last rows for as long as one write takes.)
 */
export class JoinSnapshot {
  #base: Uint8Array | null;
  #baseSeq: number;
  #tail: { seq: number; frame: Uint8Array }[] = [];
  #tailBytes = 0;
  #frames: readonly Uint8Array[] | null = null;

  /** `base` null with no rows is the empty document. */
  constructor(base: Uint8Array | null, seq = 0) {
    this.#base = base;
    this.#baseSeq = seq;
  }

  static fromStored(stored: StoredDoc): JoinSnapshot {
    const made = new JoinSnapshot(stored.snapshot, stored.snapshotSeq);
    for (const [index, row] of stored.rows.entries())
      made.append(stored.snapshotSeq + 1 + index, encodeChange(row));
    return made;
  }

  append(seq: number, updateFrame: Uint8Array): void {
    this.#tail.push({ seq, frame: updateFrame });
    this.#tailBytes += updateFrame.length;
    this.#frames = null;
  }

  /**
   * `base` is the state at `seq`: the rows up to it are no longer needed. One that is older than the base there is, as
   * of a compaction that took its time, is not taken: the rows after it are gone.
   */
  rebase(base: Uint8Array, seq: number): void {
    if (seq < this.#baseSeq) return;
    this.#base = base;
    this.#baseSeq = seq;
    this.#tail = this.#tail.filter((one) => one.seq > seq);
    this.#tailBytes = this.#tail.reduce((sum, one) => sum + one.frame.length, 0);
    this.#frames = null;
  }

  /** Bytes of what a newcomer is sent. */
  get bytes(): number {
    return (this.#base?.length ?? 0) + this.#tailBytes;
  }

  /** Rows follow a base that only a sync-step-2 may carry, which must come last. */
  get isOutOfOrder(): boolean {
    return this.#tail.length > 0 && this.#needsStep2;
  }

  /**
   * So many rows after the base that making a new one is cheaper for everyone, or rows out of order.
   */
  get isLong(): boolean {
    if (this.isOutOfOrder) return true;
    const allowedBytes = Math.max(JOIN_TAIL_BYTES, (this.#base?.length ?? 0) / 2);
    return this.#tail.length > JOIN_TAIL_ROWS || this.#tailBytes > allowedBytes;
  }

  frames(): readonly Uint8Array[] {
    this.#frames ??= this.#makeFrames();
    return this.#frames;
  }

  #makeFrames(): readonly Uint8Array[] {
    if (this.#tail.length === 0) return [this.#base === null ? CLOSING_STEP2 : encodeSyncStep2(this.#base)];
    const tail = this.#tail.map((one) => one.frame);
    if (this.#base === null) return [...tail, CLOSING_STEP2];
    if (this.#needsStep2) return [encodeSyncStep2(this.#base), ...tail];
    return [encodeUpdateFrame(this.#base), ...tail, CLOSING_STEP2];
  }

  get #needsStep2(): boolean {
    return (this.#base?.length ?? 0) > FRAME_LIMITS.maxUpdate;
  }
}
