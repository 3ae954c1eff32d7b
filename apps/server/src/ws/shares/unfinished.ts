import type { Clock } from '../../time/clock.ts';
import { SLOWEST_BYTES_PER_SECOND, UNFINISHED_BYTES, UNFINISHED_GRACE_MS } from './share-limits.ts';

/** Whose message it is. */
export interface Sender {
  readonly person: string;
  readonly board: string;
  readonly address: string;
}

export type UnfinishedLimits = Record<'person' | 'board' | 'address' | 'server', number>;

/** One message on its way in. */
export interface Unfinished {
  /** It occupies so many bytes now; 0 once it is whole or given up. */
  occupies(bytes: number): void;
  /** The server itself did not read for so long: not the sender's time. */
  notRead(ms: number): void;
  end(): void;
}

interface Entry extends Sender {
  bytes: number;
  beganAt: number;
  readonly letGo: () => void;
}

/** From the coarsest to the finest: who has most at an address, on which board, which person. */
const FINER = ['address', 'board', 'person'] as const;

/**
 * The bytes of all messages that have begun and not ended. Where they grow past a bound the greediest pays: within the
 * bound the address with most, of that the board with most, of that the person. And no message takes for ever: after a
 * grace it has to come at a rate that the slowest phones have.
 */
export class UnfinishedMessages {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #limits: UnfinishedLimits;
  readonly #entries = new Set<Entry>();
  #total = 0;

  constructor(clock: Pick<Clock, 'now'>, limits: UnfinishedLimits = UNFINISHED_BYTES) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Bytes in all. */
  get bytes(): number {
    return this.#total;
  }

  /** For the messages of one connection, one after another; `letGo` has to end it, and its `Unfinished`. */
  by(sender: Sender, letGo: () => void): Unfinished {
    const { person, board, address } = sender;
    const entry: Entry = { person, board, address, bytes: 0, beganAt: 0, letGo };
    const set = (bytes: number) => {
      this.#total += bytes - entry.bytes;
      entry.bytes = bytes;
      if (bytes === 0) this.#entries.delete(entry);
      else this.#entries.add(entry);
    };
    let ended = false;
    return {
      occupies: (bytes) => {
        if (ended) return;
        const before = entry.bytes;
        if (before === 0) entry.beganAt = this.#clock.now();
        set(bytes);
        if (bytes > before) this.#keepWithin(entry);
      },
      notRead: (ms) => {
        entry.beganAt += ms;
      },
      end: () => {
        ended = true;
        set(0);
      },
    };
  }

  /** Closes connections that send too slowly. To be called every few seconds. */
  sweep(): void {
    const now = this.#clock.now();
    for (const entry of this.#entries) {
      const allowed = UNFINISHED_GRACE_MS + (entry.bytes / SLOWEST_BYTES_PER_SECOND) * 1000;
      if (now - entry.beganAt > allowed) entry.letGo();
    }
  }

  #keepWithin(entry: Entry): void {
    if (this.#total > this.#limits.server) this.#letGreediestGo([...this.#entries], this.#limits.server);
    // Looking for the sums costs a pass over all: only messages that are large matter to them.
    if (this.#total <= this.#limits.person) return;
    for (const scope of FINER) {
      const within = [...this.#entries].filter((one) => one[scope] === entry[scope]);
      this.#letGreediestGo(within, this.#limits[scope]);
    }
  }

  #letGreediestGo(within: Entry[], limit: number): void {
    let left = within;
    while (sum(left) > limit) {
      const greedy = FINER.reduce((some, scope) => withMost(some, scope), left);
      const [largest] = greedy.toSorted((a, b) => b.bytes - a.bytes);
      if (largest === undefined) return;
      largest.letGo();
      left = left.filter((one) => one !== largest);
    }
  }
}

const sum = (entries: readonly Entry[]) => entries.reduce((bytes, one) => bytes + one.bytes, 0);

/** Those of the address, board or person that have most bytes together. */
function withMost(entries: readonly Entry[], scope: (typeof FINER)[number]): Entry[] {
  const sums = new Map<string, number>();
  for (const one of entries) sums.set(one[scope], (sums.get(one[scope]) ?? 0) + one.bytes);
  const [most] = [...sums].toSorted(([, a], [, b]) => b - a);
  return entries.filter((one) => one[scope] === most?.[0]);
}
