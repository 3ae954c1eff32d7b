import { encodeSyncStep2, encodeUpdateFrame } from '@coherence/sync';
import type { StoredDoc } from '../storage/storage.ts';
import { EMPTY_UPDATE } from './document.ts';
import { JOIN_TAIL_BYTES, JOIN_TAIL_ROWS } from './room-limits.ts';

const CLOSING_STEP2 = encodeSyncStep2(EMPTY_UPDATE);

/**
 * The frames that bring a client from nothing to the stored state, made once and shared by everybody who
 * joins: a base and the rows after it. Only stored bytes enter, so a joiner never sees what a crash could
 * take back. Sync-step-2 comes last: a client that calls itself synced has everything.
 */
export class JoinSnapshot {
  #base: Uint8Array | null;
  #tail: { seq: number; frame: Uint8Array }[] = [];
  #tailBytes = 0;
  #frames: readonly Uint8Array[] | null = null;

  /** `base` null with no rows is the empty document. */
  constructor(base: Uint8Array | null) {
    this.#base = base;
  }

  static fromStored(stored: StoredDoc): JoinSnapshot {
    const made = new JoinSnapshot(stored.snapshot);
    for (const [index, row] of stored.rows.entries())
      made.append(stored.snapshotSeq + 1 + index, encodeUpdateFrame(row));
    return made;
  }

  append(seq: number, updateFrame: Uint8Array): void {
    this.#tail.push({ seq, frame: updateFrame });
    this.#tailBytes += updateFrame.length;
    this.#frames = null;
  }

  /** `base` is the state at `seq`: the rows up to it are no longer needed. */
  rebase(base: Uint8Array, seq: number): void {
    this.#base = base;
    this.#tail = this.#tail.filter((one) => one.seq > seq);
    this.#tailBytes = this.#tail.reduce((sum, one) => sum + one.frame.length, 0);
    this.#frames = null;
  }

  /** So many rows after the base that making a new one is cheaper for everybody. */
  get isLong(): boolean {
    const allowedBytes = Math.max(JOIN_TAIL_BYTES, (this.#base?.length ?? 0) / 2);
    return this.#tail.length > JOIN_TAIL_ROWS || this.#tailBytes > allowedBytes;
  }

  frames(): readonly Uint8Array[] {
    this.#frames ??= this.#makeFrames();
    return this.#frames;
  }

  #makeFrames(): readonly Uint8Array[] {
    if (this.#tail.length === 0) return [this.#base === null ? CLOSING_STEP2 : encodeSyncStep2(this.#base)];
    const base = this.#base === null ? [] : [encodeUpdateFrame(this.#base)];
    return [...base, ...this.#tail.map((one) => one.frame), CLOSING_STEP2];
  }
}
