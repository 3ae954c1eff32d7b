import type { CloseReason, Role } from '@coherence/protocol';
import { PLACES } from './share-limits.ts';
import type { PlaceLimits } from './share-limits.ts';

/** A connection that asks for a place, and later has one. */
export interface Guest {
  readonly address: string;
  readonly board: string;
  /** The private document of its person, not the board. */
  readonly isPrivate: boolean;
  /** Unlike that of any person on another board. */
  readonly person: string;
  role(): Role;
  /** When it was last heard, in ms of a clock that only runs forward. */
  heardAt(): number;
  /** Ends it at once: its place is another person's. */
  giveWay(reason: CloseReason): void;
}

/** Which places are all taken. */
export type Full = 'board-full' | 'address-full' | 'server-full';

/** So many tabs more than a newcomer make a greedy person. */
const GREEDY_TABS = 3;
/** So many times the connections of a newcomer's address, when the server is full. */
const GREEDY_ADDRESS = 2;
/** A connection of which nothing was heard for so long is most likely lost: it goes before one that lives. */
const LOST_MS = 15_000;

const leads = (guest: Guest): boolean => guest.role() === 'facilitator';

/**
 * Who may stay connected. A person has so many tabs on a document; a board, an address and the server have so many
 * places. Where all are taken the greedy make room for others. Facilitators take none of a board's places, and where
 * address or server are full they get one of the places that are kept for them, so many for each board.
 */
export class Places {
  readonly #limits: PlaceLimits;
  readonly #now: () => number;
  /** The longest connected first. */
  readonly #guests = new Set<Guest>();
  readonly #kept = new Set<Guest>();

  constructor(now: () => number, limits: Partial<PlaceLimits> = {}) {
    this.#now = now;
    this.#limits = { ...PLACES, ...limits };
  }

  get size(): number {
    return this.#guests.size;
  }

  /** Gives a place; else answers why there is none. A person's own tabs beyond their share always make room. */
  enter(guest: Guest): Full | null {
    const { person, board } = this.#limits;
    const own = this.#all((one) => isOnSame(one, guest) && one.person === guest.person);
    if (own.length >= person) this.#giveWay(this.#firstToGo(own), 'too-many-tabs');
    if (!leads(guest) && !guest.isPrivate) {
      const crowd = this.#all((one) => isOnSame(one, guest) && !leads(one));
      if (crowd.length >= board && !this.#greedyPersonGoes(crowd, guest)) return 'board-full';
    }
    const full = this.#whatIsFull(guest);
    const isKept = full !== null && leads(guest) && this.#fitsKept(guest);
    if (full !== null && !isKept && !full.makeRoom()) return full.why;
    this.#guests.add(guest);
    if (isKept) this.#kept.add(guest);
    return null;
  }

  leave(guest: Guest): void {
    this.#guests.delete(guest);
    this.#kept.delete(guest);
  }

  /** Null where address and server have room. `makeRoom` has the greedy go, and answers whether there are any. */
  #whatIsFull(guest: Guest): { why: Full; makeRoom: () => boolean } | null {
    const ordinary = this.#all((one) => !this.#kept.has(one));
    const here = ordinary.filter((one) => one.address === guest.address);
    if (here.length >= this.#limits.address)
      return { why: 'address-full', makeRoom: () => this.#greedyPersonGoes(here, guest) };
    if (ordinary.length < this.#limits.server) return null;
    return { why: 'server-full', makeRoom: () => this.#greedyAddressGoes(ordinary, guest) };
  }

  /** The kept places are the boards' in turn: the board that has most of them yields to one that has fewer. */
  #fitsKept(guest: Guest): boolean {
    const kept = [...this.#kept];
    const own = kept.filter((one) => one.board === guest.board).length;
    if (own >= this.#limits.keptForBoard) return false;
    if (kept.length < this.#limits.kept) return true;
    const most = largestGroup(kept, (one) => one.board);
    if (most.length <= own + 1) return false;
    this.#giveWay(most.at(-1), 'overloaded');
    return true;
  }

  /** Lets the person of `among` with most tabs make room, if that is far more than the newcomer has. */
  #greedyPersonGoes(among: readonly Guest[], guest: Guest): boolean {
    const most = largestGroup(among, (one) => one.person);
    const own = among.filter((one) => one.person === guest.person).length;
    if (most.length < own + GREEDY_TABS) return false;
    this.#giveWay(this.#firstToGo(most), 'too-many-tabs');
    return true;
  }

  #greedyAddressGoes(among: readonly Guest[], guest: Guest): boolean {
    const most = largestGroup(among, (one) => one.address);
    const own = among.filter((one) => one.address === guest.address).length;
    if (most.length <= (own + 1) * GREEDY_ADDRESS) return false;
    this.#giveWay(this.#firstToGo(largestGroup(most, (one) => one.person)), 'overloaded');
    return true;
  }

  /** What is most likely lost, else the oldest. */
  #firstToGo(guests: readonly Guest[]): Guest | undefined {
    return guests.find((one) => this.#now() - one.heardAt() > LOST_MS) ?? guests[0];
  }

  #giveWay(guest: Guest | undefined, reason: CloseReason): void {
    if (guest === undefined) return;
    this.leave(guest);
    guest.giveWay(reason);
  }

  #all(is: (guest: Guest) => boolean): Guest[] {
    return [...this.#guests].filter(is);
  }
}

const isOnSame = (one: Guest, other: Guest): boolean =>
  one.board === other.board && one.isPrivate === other.isPrivate;

/** Those that have the same key as most others; in the order they came. */
function largestGroup(guests: readonly Guest[], keyOf: (guest: Guest) => string): readonly Guest[] {
  let largest: readonly Guest[] = [];
  for (const group of Map.groupBy(guests, keyOf).values()) if (group.length > largest.length) largest = group;
  return largest;
}
