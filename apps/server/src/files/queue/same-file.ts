/** What was made for one request and does for others: a file of a board as it stood at `seq`. */
interface Kept<T> {
  /** Null until the board was read for it: it will be as it stands then. */
  seq: number | null;
  readonly made: Promise<T>;
  readonly at: number;
  bytes: number;
}

const KEPT_MS = 60_000;
const BYTES_MAX = 32 * 1024 * 1024;

/** Makes a file once for all who ask for the same of the same state of a board. `now` in milliseconds. */
export class SameFile<T> {
  readonly #now: () => number;
  readonly #sizeOf: (made: T) => number | null;
  readonly #kept = new Map<string, Kept<T>>();

  /** `sizeOf`: bytes of what was made; null for what is to be asked for again, as a refusal for now. */
  constructor(now: () => number, sizeOf: (made: T) => number | null) {
    this.#now = now;
    this.#sizeOf = sizeOf;
  }

  /**
   * `key` names board and file; `seqNow` is the board's state, null where that is not certain. `make` tells as of which
   * state it reads the board.
   */
  of(key: string, seqNow: number | null, make: (reads: (seq: number) => void) => Promise<T>): Promise<T> {
    this.#forget();
    const known = this.#kept.get(key);
    if (known !== undefined && (known.seq === null || known.seq === seqNow)) return known.made;
    const reads = (seq: number): void => void (kept.seq = seq);
    const kept: Kept<T> = { seq: null, made: make(reads), at: this.#now(), bytes: 0 };
    this.#kept.set(key, kept);
    const drop = (): void => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    };
    kept.made.then((made) => {
      const bytes = this.#sizeOf(made);
      if (bytes === null || kept.seq === null) drop();
      else kept.bytes = bytes;
      this.#forget();
    }, drop);
    return kept.made;
  }

  /** What is old goes, and then the oldest until the rest fits. What is being made stays. */
  #forget(): void {
    let bytes = [...this.#kept.values()].reduce((sum, one) => sum + one.bytes, 0);
    for (const [key, one] of this.#kept) {
      const isMade = one.bytes > 0;
      if (!isMade || (bytes <= BYTES_MAX && this.#now() - one.at <= KEPT_MS)) continue;
      this.#kept.delete(key);
      bytes -= one.bytes;
    }
  }
}
