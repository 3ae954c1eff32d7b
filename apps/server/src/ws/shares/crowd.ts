import type { Clock } from '../../time/clock.ts';
import type { Shares } from './incoming.ts';
import { MessageGate } from './message-gate.ts';
import { PersonRates } from './person-rates.ts';
import { Places } from './places.ts';
import type { Full, Guest } from './places.ts';
import { PLACES } from './share-limits.ts';
import type { PlaceLimits } from './share-limits.ts';
import { UnfinishedMessages } from './unfinished.ts';

const ROOM_AT_ONCE = 300;
/** Half of all, but a room of people who come back at once gets in anywhere. */
const atOneAddress = (all: number): number => Math.max(all / 2, Math.min(all, ROOM_AT_ONCE));

export interface TakenPlace {
  readonly shares: Shares;
  readonly leave: () => void;
}

/** All connections of a server, and what each person, board and address has of it. */
export class Crowd {
  readonly #places: Places;
  readonly #rates: PersonRates;
  readonly #unfinished: UnfinishedMessages;
  /** Connections without a place, by address: being looked at, or told why they have to go. */
  readonly #entering = new Map<string, number>();
  #allEntering = 0;
  readonly #maxEntering: number;

  constructor(clock: Clock, places: Partial<PlaceLimits> = {}) {
    this.#maxEntering = places.entering ?? PLACES.entering;
    this.#places = new Places(() => clock.now(), places);
    this.#rates = new PersonRates(clock);
    this.#unfinished = new UnfinishedMessages(clock);
  }

  /** Bytes of messages that have not come whole. */
  get unfinishedBytes(): number {
    return this.#unfinished.bytes;
  }

  hasRoomAt(address: string): boolean {
    const here = this.#entering.get(address) ?? 0;
    return here < atOneAddress(this.#maxEntering) && this.#allEntering < this.#maxEntering;
  }

  /** A person comes from an address, who is not known yet; the answer is to be called once: with a place, or gone. */
  comes(address: string): () => void {
    this.#countEntering(address, 1);
    let counted = true;
    return () => {
      if (counted) this.#countEntering(address, -1);
      counted = false;
    };
  }

  /** A place and the shares that go with it, or why there is none. */
  enter(guest: Guest): TakenPlace | Full {
    const full = this.#places.enter(guest);
    if (full !== null) return full;
    const { address, board, person } = guest;
    const unfinished = this.#unfinished.by({ address, board, person }, () => guest.giveWay('overloaded'));
    const shares = { gate: new MessageGate(() => guest.role()), rate: this.#rates.of(person), unfinished };
    return { shares, leave: () => this.#places.leave(guest) };
  }

  /** To be called every few seconds. */
  sweep(): void {
    this.#unfinished.sweep();
    this.#rates.sweep();
  }

  #countEntering(address: string, by: 1 | -1): void {
    this.#allEntering += by;
    const count = (this.#entering.get(address) ?? 0) + by;
    if (count === 0) this.#entering.delete(address);
    else this.#entering.set(address, count);
  }
}
