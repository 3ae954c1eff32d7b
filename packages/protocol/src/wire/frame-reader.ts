/** Why a frame was refused. */
export const FRAME_REFUSALS = [
  'empty',
  'truncated',
  'trailing-bytes',
  'number-out-of-range',
  'not-utf8',
  'unknown-message',
  'unknown-value',
  'too-large',
  'too-many-entries',
] as const;
export type FrameRefusal = (typeof FRAME_REFUSALS)[number];

const NO_BYTES = new Uint8Array(0);
const CONTINUES = 0x80;
const SEVEN_BITS = 0x7f;

/**
 * Reads lib0 primitives from hostile bytes without throwing. The first problem is kept in `refusal`; from then on
 * every read answers 0, '' or no bytes, so a message reader is straight-line code and the codec looks once, at the
 * end. Byte strings are copies: the input is usually a view on a socket's pooled buffer.
 */
export class FrameReader {
  readonly #bytes: Uint8Array;
  #position = 0;
  #refusal: FrameRefusal | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get refusal(): FrameRefusal | null {
    return this.#refusal;
  }

  get hasMore(): boolean {
    return this.#refusal === null && this.#position < this.#bytes.length;
  }

  refuse(reason: FrameRefusal): void {
    this.#refusal ??= reason;
  }

  varUint(): number {
    let value = 0;
    let weight = 1;
    while (this.#refusal === null) {
      const byte = this.#bytes[this.#position];
      if (byte === undefined) {
        this.refuse('truncated');
        break;
      }
      this.#position += 1;
      value += (byte & SEVEN_BITS) * weight;
      if (value > Number.MAX_SAFE_INTEGER || weight > Number.MAX_SAFE_INTEGER) {
        this.refuse('number-out-of-range');
        break;
      }
      if (byte < CONTINUES) return value;
      weight *= CONTINUES;
    }
    return 0;
  }

  /** A length-prefixed byte string of at most `maxBytes`, copied. */
  varBytes(maxBytes: number): Uint8Array {
    const length = this.varUint();
    if (length > maxBytes) this.refuse('too-large');
    const end = this.#position + length;
    if (end > this.#bytes.length) this.refuse('truncated');
    if (this.#refusal !== null) return NO_BYTES;
    const copy = new Uint8Array(this.#bytes.subarray(this.#position, end));
    this.#position = end;
    return copy;
  }

  /** A length-prefixed UTF-8 string of at most `maxBytes` bytes. */
  varString(maxBytes: number): string {
    const bytes = this.varBytes(maxBytes);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      this.refuse('not-utf8');
      return '';
    }
  }
}
