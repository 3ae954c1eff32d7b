import { ApiError } from '../../errors.ts';
import { KeyedBuckets } from '../../pace/keyed-buckets.ts';

/** What one person asks of a board, and what everybody behind one address does: 300 people who all reload at once. */
const READS_OF_PERSON = { atOnce: 600, perSecond: 40 };
const READS_OF_ADDRESS = { atOnce: 6_000, perSecond: 400 };
/** Records in an answer, or read for it, that cost as much as a request. */
const RECORDS_A_REQUEST = 500;
/** Looks at a board through its code or link from one address, before joining it. */
const PREVIEWS = { atOnce: 1_000, perSecond: 20 };
/** New people of one board from one address: a conference, but no more of the board's places. */
const NEWCOMERS = { atOnce: 320, perSecond: 1 / 30 };
/** Units newcomers to one board add from one address. */
const NEW_UNITS = { atOnce: 40, perSecond: 1 / 30 };
/** What reads, keeps or replaces all of a board, in pieces of it: one, and one for each 64 KiB it has. */
const PIECE_BYTES = 64 * 1024;
const PIECES_OF_BOARD = { atOnce: 300, perSecond: 4 };
const PIECES_OF_ADDRESS = { atOnce: 1_500, perSecond: 12 };

const TOO_MANY_CAME =
  'Many people joined this board from your network just now. Nothing was lost. Wait a minute, use your phone’s own network, or ask the facilitator to add you.';
const TOO_MANY_UNITS =
  'Many units were added from your network just now. Choose one of the list, or ask the facilitator.';

/**
 * What persons, addresses and boards may ask over HTTP: more than honest rooms do, and little enough that nobody is kept
 * waiting by somebody else. Each throws a coded refusal. Addresses as `networkOf` gives them; `now` in milliseconds.
 */
export class RequestShares {
  readonly #readsOfPerson: KeyedBuckets;
  readonly #readsOfAddress: KeyedBuckets;
  readonly #previews: KeyedBuckets;
  readonly #newcomers: KeyedBuckets;
  readonly #newUnits: KeyedBuckets;
  readonly #piecesOfBoard: KeyedBuckets;
  readonly #piecesOfAddress: KeyedBuckets;

  constructor(now: () => number) {
    this.#readsOfPerson = new KeyedBuckets(now, READS_OF_PERSON);
    this.#readsOfAddress = new KeyedBuckets(now, READS_OF_ADDRESS);
    this.#previews = new KeyedBuckets(now, PREVIEWS);
    this.#newcomers = new KeyedBuckets(now, NEWCOMERS);
    this.#newUnits = new KeyedBuckets(now, NEW_UNITS);
    this.#piecesOfBoard = new KeyedBuckets(now, PIECES_OF_BOARD);
    this.#piecesOfAddress = new KeyedBuckets(now, PIECES_OF_ADDRESS);
  }

  /** A request of any kind, before anything is looked up. */
  asks(address: string): void {
    if (!this.#readsOfAddress.tryTake(address)) throw new ApiError('too-often');
  }

  /** A request with a token, of the person it belongs to. */
  reads(participant: string): void {
    if (!this.#readsOfPerson.tryTake(participant)) throw new ApiError('too-often');
  }

  /** An answer that was made of so many records: a long list costs more requests than one. */
  listed(address: string, records: number): void {
    this.#readsOfAddress.take(address, Math.floor(records / RECORDS_A_REQUEST));
  }

  previews(board: string, address: string): void {
    if (!this.#previews.tryTake(at(board, address))) throw new ApiError('too-often');
  }

  joins(board: string, address: string): void {
    if (!this.#newcomers.tryTake(at(board, address)))
      throw new ApiError('too-many-newcomers', { message: TOO_MANY_CAME });
  }

  addsUnit(board: string, address: string): void {
    if (!this.#newUnits.tryTake(at(board, address)))
      throw new ApiError('units-closed', { message: TOO_MANY_UNITS });
  }

  /** A board of so many bytes is about to be read, kept or replaced as a whole, `times` over. */
  usesWhole(board: string, address: string, bytes: number, times = 1): void {
    const pieces = times * (1 + Math.floor(bytes / PIECE_BYTES));
    const isFree = this.#piecesOfBoard.has(board) && this.#piecesOfAddress.has(address);
    if (!isFree) throw new ApiError('too-often');
    this.#piecesOfBoard.take(board, pieces);
    this.#piecesOfAddress.take(address, pieces);
  }

  /** The code or a link of a board was replaced: who comes by the new one starts with nothing taken. */
  startsAnew(board: string): void {
    for (const buckets of [this.#newcomers, this.#newUnits]) buckets.forgetFrom(at(board, ''));
  }
}

const at = (board: string, address: string) => `${board} ${address}`;
