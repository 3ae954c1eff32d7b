/** Of all boards together. */
const UNREAD_ANSWERS_BYTES = 64 * 1024 * 1024;
/** Smaller ones are not counted: they are within what waits for any slow tab. */
const COUNTED_BYTES = 64 * 1024;

/** A tab, as far as reading goes. */
export interface Reader {
  readonly closed: boolean;
  readonly peer: { bufferedBytes(): number };
}

/**
 * Answers that were made for one tab alone and that it has not read. What clients are sent when they join is one buffer for
 * all; a difference to what a tab says it has is a buffer of its own, as large as the board if the tab likes.
 */
export class UnreadAnswers {
  readonly #most: number;
  readonly #unread = new Map<Reader, number>();

  constructor(most = UNREAD_ANSWERS_BYTES) {
    this.#most = most;
  }

  /** Whether another may be made for a tab: where not, it is sent the same as clients that join. `made` counts and answers it. */
  of(reader: Reader): { readonly hasRoom: boolean; made(frame: Uint8Array): Uint8Array } {
    return {
      hasRoom: this.#bytes() < this.#most,
      made: (frame) => {
        if (frame.length > COUNTED_BYTES) this.#unread.set(reader, frame.length);
        return frame;
      },
    };
  }

  #bytes(): number {
    let bytes = 0;
    for (const [reader, size] of this.#unread) {
      if (reader.closed || reader.peer.bufferedBytes() < size) this.#unread.delete(reader);
      else bytes += size;
    }
    return bytes;
  }
}
