import { BATCH_LIMITS, encodeBatch } from './batch.ts';

/** Past this the far end is not keeping up; connecting anew sends only what it lacks. */
export const MAX_OUTBOX_BYTES = 16 * 1024 * 1024;

/** The sending end of a session: frames stay here until the server says that it has taken them. */
export class Outbox {
  #frames: Uint8Array[] = [];
  #first = 1;
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#frames.length === 0;
  }

  /** Copies `frame` in; false if there is no room. */
  push(frame: Uint8Array): boolean {
    if (this.#bytes + frame.length > MAX_OUTBOX_BYTES) return false;
    this.#frames.push(frame.slice());
    this.#bytes += frame.length;
    return true;
  }

  /** The oldest frames as the body of a POST; `closing` is said only with the last of them. */
  batch(closing: boolean): Uint8Array<ArrayBuffer> {
    let bytes = 0;
    let count = 0;
    for (const frame of this.#frames) {
      bytes += frame.length;
      if (count > 0 && (bytes > BATCH_LIMITS.fillBytes || count === BATCH_LIMITS.maxFrames)) break;
      count += 1;
    }
    const frames = this.#frames.slice(0, count);
    return encodeBatch({ closing: closing && count === this.#frames.length, first: this.#first, frames });
  }

  /** The server has `taken` frames of the session; an old or impossible number changes nothing. */
  taken(taken: number): void {
    const count = taken - this.#first + 1;
    if (count <= 0 || count > this.#frames.length) return;
    for (const frame of this.#frames.splice(0, count)) this.#bytes -= frame.length;
    this.#first += count;
  }
}
