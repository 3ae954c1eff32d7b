import { ApiError, refusedFor } from '../../errors.ts';
import { KeyedBuckets } from '../../rates/keyed-buckets.ts';

/** Requests of one person; of all people on one board behind one address: 300 people who all reload at once. */
const ASKED_BY_PERSON = { atOnce: 600, perSecond: 40 };
const ASKED_OF_BOARD = { atOnce: 6_000, perSecond: 400 };
/** Requests without a token, or with a wrong one, from one address. */
const ASKED_BY_STRANGERS = { atOnce: 6_000, perSecond: 400 };
/** Records read anew for one address, in pieces: a board that has not changed costs nothing, nor does a small one. */
const PIECE_RECORDS = 500;
/** A board with fewer is read whatever others behind the same address had read. */
const LARGE_RECORDS = 5_000;
const READ_FOR_ADDRESS = { atOnce: 6_000, perSecond: 400 };
/** Looks at a board through its code or link from one address, before joining it. */
const PREVIEWS = { atOnce: 1_000, perSecond: 20 };
/** New people of one board from one address: a conference, but no more of the board's places. */
const NEWCOMERS = { atOnce: 320, perSecond: 1 / 30 };
/** Units newcomers to one board add from one address. */
const NEW_UNITS = { atOnce: 40, perSecond: 1 / 30 };
/** What reads, keeps or replaces all of a board, in pieces of it: one, and one for each 64 KiB it has. */
const PIECE_BYTES = 64 * 1024;
const PIECES_OF_BOARD = { atOnce: 300, perSecond: 4 };
/** Pieces that a board of usual size has whatever others behind the same address do: for a session's phases and votes. */
const USUAL_PIECES = 16;
const PIECES_KEPT = { atOnce: 64, perSecond: 0.5 };
const PIECES_OF_ADDRESS = { atOnce: 1_500, perSecond: 12 };

/**
 * What persons, addresses and boards may ask over HTTP: more than honest rooms do, and little enough that no person is
 * kept waiting by another person. Each throws a coded refusal. Addresses as `networkOf` gives them; `now` in
 * milliseconds.
 */
export class RequestShares {
  readonly #askedByPerson: KeyedBuckets;
  readonly #askedOfBoard: KeyedBuckets;
  readonly #askedByStrangers: KeyedBuckets;
  readonly #readForAddress: KeyedBuckets;
  readonly #previews: KeyedBuckets;
  readonly #newcomers: KeyedBuckets;
  readonly #newUnits: KeyedBuckets;
  readonly #piecesOfBoard: KeyedBuckets;
  readonly #piecesOfAddress: KeyedBuckets;
  readonly #piecesKept: KeyedBuckets;

  constructor(now: () => number) {
    this.#askedByPerson = new KeyedBuckets(now, ASKED_BY_PERSON);
    this.#askedOfBoard = new KeyedBuckets(now, ASKED_OF_BOARD);
    this.#askedByStrangers = new KeyedBuckets(now, ASKED_BY_STRANGERS);
    this.#readForAddress = new KeyedBuckets(now, READ_FOR_ADDRESS);
    this.#previews = new KeyedBuckets(now, PREVIEWS);
    this.#newcomers = new KeyedBuckets(now, NEWCOMERS);
    this.#newUnits = new KeyedBuckets(now, NEW_UNITS);
    this.#piecesOfBoard = new KeyedBuckets(now, PIECES_OF_BOARD);
    this.#piecesKept = new KeyedBuckets(now, PIECES_KEPT);
    this.#piecesOfAddress = new KeyedBuckets(now, PIECES_OF_ADDRESS);
  }

  /** A request of a person who has shown no token of a board. */
  strangerAsks(address: string): void {
    if (!this.#askedByStrangers.tryTake(address)) throw new ApiError('too-often');
  }

  /** A request with a token. Neither strangers nor other boards behind the same address take anything from it. */
  personAsks(participant: string, board: string, address: string): void {
    const isFree = this.#askedByPerson.has(participant) && this.#askedOfBoard.has(at(board, address));
    if (!isFree) throw new ApiError('too-often');
    this.#askedByPerson.take(participant);
    this.#askedOfBoard.take(at(board, address));
  }

  /** `records` are about to be read; where they are few, or did not change (`readAnew` is not called), it is free. */
  mayRead(address: string, records: number): void {
    if (records >= LARGE_RECORDS && !this.#readForAddress.has(address)) throw new ApiError('too-often');
  }

  readAnew(address: string, records: number): void {
    this.#readForAddress.take(address, Math.floor(records / PIECE_RECORDS));
  }

  previews(board: string, address: string): void {
    if (!this.#previews.tryTake(at(board, address))) throw new ApiError('too-often');
  }

  joins(board: string, address: string): void {
    if (!this.#newcomers.tryTake(at(board, address))) throw refusedFor('many-joined');
  }

  addsUnit(board: string, address: string): void {
    if (!this.#newUnits.tryTake(at(board, address))) throw refusedFor('many-units-added');
  }

  /** Throws where not even a small board may be read as a whole; takes nothing. */
  mayUseWhole(board: string, address: string): void {
    const isFree = this.#piecesKept.has(board) || this.#piecesOfAddress.has(address);
    if (!isFree || !this.#piecesOfBoard.has(board)) throw new ApiError('too-often');
  }

  /** A board of so many bytes is about to be read, kept or replaced as a whole, `times` over. */
  usesWhole(board: string, address: string, bytes: number, times = 1): void {
    const pieces = times * (1 + Math.floor(bytes / PIECE_BYTES));
    if (!this.#piecesOfBoard.has(board)) throw new ApiError('too-often');
    const isKept = pieces <= USUAL_PIECES && this.#piecesKept.tryTake(board, pieces);
    if (!isKept && !this.#piecesOfAddress.has(address)) throw new ApiError('too-often');
    if (!isKept) this.#piecesOfAddress.take(address, pieces);
    this.#piecesOfBoard.take(board, pieces);
  }

  /** The code or a link of a board was replaced: who comes by the new one starts with nothing taken. */
  startsAnew(board: string): void {
    for (const buckets of [this.#newcomers, this.#newUnits]) buckets.forgetFrom(at(board, ''));
  }
}

const at = (board: string, address: string) => `${board} ${address}`;
