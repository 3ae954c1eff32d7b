import { KeyedBuckets } from '../rates/keyed-buckets.ts';
import { newPairingCode, PAIR_DIGITS } from './secrets.ts';

const VALID_MS = 3 * 60_000;
const MAX_OPEN_PER_BOARD = 50;
/**
 * Wrong codes of six digits. `HERE`: from an address where one is shown now, since second devices mostly are in the same
 * room. `FIRST`: from any other address, whatever others there have tried. `BOARD`: from all other addresses of a board.
 */
const HERE = { atOnce: 200, perSecond: 0.5 };
const FIRST = { atOnce: 3, perSecond: 1 / 600 };
const BOARD = { atOnce: 20, perSecond: 0.1 };
/** Wrong codes of eight digits from one address: a hundred million of them, few open at a time. */
const LONG = { atOnce: 300, perSecond: 3 };

interface Pairing {
  readonly participant: string;
  readonly address: string;
  readonly until: number;
}

/**
 * "I am already here as Dana": a code shown on the first device lets a second one in as the same person, once. Where
 * codes are guessed, newly shown ones get longer instead of being refused.
 */
export class Pairings {
  readonly #now: () => number;
  readonly #boards = new Map<string, Map<string, Pairing>>();
  readonly #here: KeyedBuckets;
  readonly #first: KeyedBuckets;
  readonly #board: KeyedBuckets;
  readonly #long: KeyedBuckets;

  constructor(now: () => number) {
    this.#now = now;
    this.#here = new KeyedBuckets(now, HERE);
    this.#first = new KeyedBuckets(now, FIRST);
    this.#board = new KeyedBuckets(now, BOARD);
    this.#long = new KeyedBuckets(now, LONG);
  }

  /** `address`: of the device that shows it. Null when too many are open on this board at once. */
  start(board: string, participant: string, address: string): { pair: string; validSeconds: number } | null {
    const open = this.#openOn(board);
    for (const [code, one] of open) if (one.participant === participant) open.delete(code);
    if (open.size >= MAX_OPEN_PER_BOARD) return null;
    const isGuessedAt = !this.#board.has(board) || !this.#here.has(at(board, address));
    const digits = isGuessedAt ? PAIR_DIGITS.long : PAIR_DIGITS.short;
    let pair = newPairingCode(digits);
    while (open.has(pair)) pair = newPairingCode(digits);
    open.set(pair, { participant, address, until: this.#now() + VALID_MS });
    this.#boards.set(board, open);
    return { pair, validSeconds: VALID_MS / 1000 };
  }

  /** The participant who showed this code; it works once. 'too-many': show a new one. */
  redeem(board: string, pair: string, address: string): { participant: string } | 'unknown' | 'too-many' {
    const open = this.#openOn(board);
    const budget = this.#budgetFor(board, pair, address, open);
    if (budget === null) return 'too-many';
    const found = open.get(pair);
    if (found === undefined) {
      budget();
      return 'unknown';
    }
    open.delete(pair);
    return { participant: found.participant };
  }

  /** Pays for a wrong code; null where there is nothing to pay with. */
  #budgetFor(
    board: string,
    pair: string,
    address: string,
    open: ReadonlyMap<string, Pairing>,
  ): (() => void) | null {
    const here = at(board, address);
    const isShownHere = [...open.values()].some((one) => one.address === address);
    const budgets: [KeyedBuckets, string][] =
      pair.length > PAIR_DIGITS.short
        ? [[this.#long, here]]
        : isShownHere
          ? [[this.#here, here]]
          : [
              [this.#first, here],
              [this.#board, board],
            ];
    const budget = budgets.find(([buckets, key]) => buckets.has(key));
    return budget === undefined ? null : () => budget[0].take(budget[1]);
  }

  /** Those that still work. */
  #openOn(board: string): Map<string, Pairing> {
    for (const [id, codes] of this.#boards) {
      for (const [code, { until }] of codes) if (until <= this.#now()) codes.delete(code);
      if (codes.size === 0) this.#boards.delete(id);
    }
    return this.#boards.get(board) ?? new Map<string, Pairing>();
  }
}

const at = (board: string, address: string) => `${board} ${address}`;
