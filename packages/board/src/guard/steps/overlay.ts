import * as Y from 'yjs';
import { Lanes } from './lanes.ts';
import { Piece, type Id, type Lane } from './piece.ts';
import type { Tally } from './tally.ts';

type LiveStruct = Y.Item | Y.GC;

/** The structs of one Yjs client: those of the live document, some in parts, and behind them the new ones. */
export type Column = {
  readonly live: readonly LiveStruct[];
  /** The clock behind the live structs. */
  readonly liveEnd: number;
  /** In clock order, as Yjs keeps them. */
  readonly fresh: Piece[];
  /** How many splits there were among the live structs. */
  cuts: number;
};

/** The document as it would be after a part of an update: reads the live one, and writes only to itself. */
export class Overlay {
  readonly lanes: Lanes;
  readonly tally: Tally;
  readonly columns = new Map<number, Column>();
  /** Second parts of all splits. */
  readonly cut: Piece[] = [];
  /** Values that are no longer the last of their key and were not deleted when they stopped being it. */
  readonly loose: Piece[] = [];
  readonly #doc: Y.Doc;
  readonly #pieces = new Map<LiveStruct, Piece>();
  readonly #parts = new Map<LiveStruct, Piece[]>();

  constructor(doc: Y.Doc, tally: Tally) {
    this.#doc = doc;
    this.tally = tally;
    this.lanes = new Lanes(doc, (item) => this.pieceOf(item));
  }

  column(client: number): Column {
    const known = this.columns.get(client);
    if (known !== undefined) return known;
    const live = (this.#doc.store.clients.get(client) ?? []) as readonly LiveStruct[];
    const column = { live, liveEnd: Y.getState(this.#doc.store, client), fresh: [], cuts: 0 };
    this.columns.set(client, column);
    return column;
  }

  /** The next clock of a client. */
  state(client: number): number {
    const { fresh, liveEnd } = this.column(client);
    return fresh.at(-1)?.end ?? liveEnd;
  }

  /** The (first) piece of a live struct. */
  pieceOf(struct: LiveStruct): Piece {
    const known = this.#pieces.get(struct);
    if (known !== undefined) return known;
    const isItem = struct instanceof Y.Item;
    const piece = new Piece(struct.id, struct.length, {
      origin: isItem ? struct.origin : null,
      rightOrigin: isItem ? struct.rightOrigin : null,
      content: isItem ? struct.content : null,
      deleted: struct.deleted,
      live: struct,
    });
    this.#pieces.set(struct, piece);
    return piece;
  }

  /** The live struct at a clock that the overlay has not looked at; null where it has. */
  untouched({ client, clock }: Id): LiveStruct | null {
    const { live, liveEnd } = this.column(client);
    if (clock >= liveEnd) return null;
    const struct = live[Y.findIndexSS(live as LiveStruct[], clock)] ?? null;
    return struct === null || this.#pieces.has(struct) ? null : struct;
  }

  /** The piece that holds `id`, which must be below the state of its client. */
  find({ client, clock }: Id): Piece {
    const column = this.column(client);
    if (clock >= column.liveEnd) return pieceAt(column.fresh, clock);
    const struct = column.live[Y.findIndexSS(column.live as LiveStruct[], clock)];
    if (struct === undefined) throw new Error('no struct at a clock below the state');
    const parts = this.#parts.get(struct);
    return parts === undefined ? this.pieceOf(struct) : pieceAt(parts, clock);
  }

  /** The piece that ends with `id`. */
  endingAt(id: Id): Piece {
    const piece = this.find(id);
    if (piece.isItem && piece.end - 1 !== id.clock) this.split(piece, id.clock - piece.clock + 1);
    return piece;
  }

  /** The piece that begins with `id`. */
  startingAt(id: Id): Piece {
    const piece = this.find(id);
    return piece.isItem && piece.clock < id.clock ? this.split(piece, id.clock - piece.clock) : piece;
  }

  /** `Item.splitItem`: the first `length` stay, the rest becomes the piece that is answered. */
  split(piece: Piece, length: number): Piece {
    const { client, rightOrigin, content, deleted } = piece;
    const at = { client, clock: piece.clock + length };
    const rest = new Piece(at, piece.length - length, {
      origin: { client, clock: at.clock - 1 },
      rightOrigin,
      content,
      deleted,
      live: null,
    });
    rest.joinsAlone = true;
    rest.collected = piece.collected;
    this.cut.push(rest);
    const lane = this.laneOf(piece);
    if (lane !== null && lane.key !== null && !deleted) this.loose.push(piece);
    rest.lane = lane;
    rest.left = piece;
    rest.right = this.rightOf(piece);
    if (rest.right !== null) rest.right.left = rest;
    else if (lane !== null && lane.key !== null) lane.head = rest;
    this.tally.splits += 1;
    this.tally.movedBySplits += this.#insert(piece, rest);
    // Both parts of a list of values are copied; words are not.
    if (content instanceof Y.ContentAny) this.tally.movedBySplits += piece.length;
    piece.right = rest;
    piece.length = length;
    return rest;
  }

  leftOf(piece: Piece): Piece | null {
    if (piece.left === undefined) piece.left = this.#neighbour(piece, 'left');
    return piece.left;
  }

  rightOf(piece: Piece): Piece | null {
    if (piece.right === undefined) piece.right = this.#neighbour(piece, 'right');
    return piece.right;
  }

  laneOf(piece: Piece): Lane | null {
    if (piece.lane === undefined) {
      const { live } = piece;
      const parent = live instanceof Y.Item ? live.parent : null;
      piece.lane =
        live instanceof Y.Item && parent instanceof Y.AbstractType
          ? this.lanes.lane(this.lanes.live(parent as Y.AbstractType<unknown>), live.parentSub)
          : null;
    }
    return piece.lane;
  }

  /** Structs of the client behind a piece, as if all splits of this update were. */
  behind(piece: Piece): number {
    const column = this.column(piece.client);
    if (piece.clock >= column.liveEnd) {
      return column.fresh.length - 1 - indexAt(column.fresh, piece.clock);
    }
    const index = Y.findIndexSS(column.live as LiveStruct[], piece.clock);
    return column.live.length + column.cuts + column.fresh.length - 1 - index;
  }

  /** A live neighbour is whole on this side: a split, and what is put between, sets it. */
  #neighbour({ live }: Piece, side: 'left' | 'right'): Piece | null {
    const item = live instanceof Y.Item ? live[side] : null;
    return item === null ? null : this.pieceOf(item);
  }

  /** Puts the rest behind the piece it was split from; answers how many structs that moves. */
  #insert(piece: Piece, rest: Piece): number {
    const column = this.column(piece.client);
    const moved = this.behind(piece);
    if (piece.clock >= column.liveEnd) {
      column.fresh.splice(indexAt(column.fresh, piece.clock) + 1, 0, rest);
      return moved;
    }
    column.cuts += 1;
    const struct = column.live[Y.findIndexSS(column.live as LiveStruct[], piece.clock)];
    if (struct === undefined) throw new Error('no struct at a clock below the state');
    const parts = this.#parts.get(struct) ?? [piece];
    parts.splice(indexAt(parts, piece.clock) + 1, 0, rest);
    this.#parts.set(struct, parts);
    return moved;
  }
}

function pieceAt(pieces: readonly Piece[], clock: number): Piece {
  const piece = pieces[indexAt(pieces, clock)];
  if (piece === undefined) throw new Error('no piece at a clock below the state');
  return piece;
}

/** The index of the last piece that begins at or before `clock`. */
export function indexAt(pieces: readonly Piece[], clock: number): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.clock ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}
