import { TokenBucket } from '../pace/token-bucket.ts';
import { newPairingCode } from './secrets.ts';

const VALID_MS = 3 * 60_000;
const MAX_OPEN_PER_BOARD = 50;
/** Wrong pairing codes per board: a million codes, few open at a time. */
const TRIES_AT_ONCE = 20;
const TRIES_PER_SECOND = 0.1;

interface Pairing {
  readonly participant: string;
  readonly until: number;
}

/** "I am already here as Dana": a code shown on the first device lets a second one in as the same person, once. */
export class Pairings {
  readonly #now: () => number;
  readonly #boards = new Map<string, { open: Map<string, Pairing>; tries: TokenBucket }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Null when too many are open on this board at once. */
  start(board: string, participant: string): { pair: string; validSeconds: number } | null {
    const { open } = this.#of(board);
    for (const [code, one] of open) {
      if (one.until <= this.#now() || one.participant === participant) open.delete(code);
    }
    if (open.size >= MAX_OPEN_PER_BOARD) return null;
    let pair = newPairingCode();
    while (open.has(pair)) pair = newPairingCode();
    open.set(pair, { participant, until: this.#now() + VALID_MS });
    return { pair, validSeconds: VALID_MS / 1000 };
  }

  /** The participant who showed this code; it works once. */
  redeem(board: string, pair: string): { participant: string } | 'unknown' | 'too-many' {
    const { open, tries } = this.#of(board);
    const found = open.get(pair);
    if (!tries.has(1, this.#now())) return 'too-many';
    if (found === undefined || found.until <= this.#now()) {
      tries.tryTake(1, this.#now());
      return 'unknown';
    }
    open.delete(pair);
    return { participant: found.participant };
  }

  #of(board: string) {
    for (const [id, one] of this.#boards) {
      const isOver = [...one.open.values()].every(({ until }) => until <= this.#now());
      if (id !== board && isOver && one.tries.isFull(this.#now())) this.#boards.delete(id);
    }
    const found = this.#boards.get(board);
    if (found !== undefined) return found;
    const made = {
      open: new Map<string, Pairing>(),
      tries: new TokenBucket(TRIES_PER_SECOND, TRIES_AT_ONCE, this.#now()),
    };
    this.#boards.set(board, made);
    return made;
  }
}
