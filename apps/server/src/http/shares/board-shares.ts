import { ApiError, refusedFor } from '../../errors.ts';
import { KeyedBuckets } from '../../rates/keyed-buckets.ts';

/** Boards one address makes, copies to rehearse on and imports with them: at once and a minute, and in a day. */
const AT_ONCE = { atOnce: 30, perSecond: 0.1 };
const DAY_S = 86_400;
const A_DAY = { atOnce: 300, perSecond: 300 / DAY_S };

/** Files of one address that are read, also those that are refused: a whole office tries what it has. */
const FILES = { atOnce: 120, perSecond: 0.5 };

interface BoardSharesParts {
  /** Milliseconds. */
  readonly now: () => number;
  /** Whether the disk has too little space for more than what people write. */
  readonly isSpaceScarce: () => boolean;
}

/** What is stored anew: bounded for each address, and for the server by what its disk has left. */
export class BoardShares {
  readonly #isSpaceScarce: () => boolean;
  readonly #atOnce: KeyedBuckets;
  readonly #aDay: KeyedBuckets;
  readonly #files: KeyedBuckets;

  constructor({ now, isSpaceScarce }: BoardSharesParts) {
    this.#isSpaceScarce = isSpaceScarce;
    this.#atOnce = new KeyedBuckets(now, AT_ONCE);
    this.#aDay = new KeyedBuckets(now, A_DAY);
    this.#files = new KeyedBuckets(now, FILES);
  }

  /** A file is about to be read, of which a board may come. Throws as `makesBoard`, and takes nothing of what that counts. */
  readsFile(address: string): void {
    this.keepsMore();
    if (!this.#atOnce.has(address)) throw new ApiError('too-many-boards');
    if (!this.#aDay.has(address)) throw refusedFor('boards-today');
    if (!this.#files.tryTake(address)) throw refusedFor('many-files');
  }

  /** A board is about to be made. Throws `too-many-boards`, or `cannot-save` where space is scarce. */
  makesBoard(address: string): void {
    this.keepsMore();
    if (!this.#atOnce.tryTake(address)) throw new ApiError('too-many-boards');
    if (!this.#aDay.tryTake(address)) throw refusedFor('boards-today');
  }

  /** Something is about to be kept beside what people write. Throws `cannot-save` where space is scarce. */
  keepsMore(): void {
    if (this.#isSpaceScarce()) throw refusedFor('little-space');
  }
}
