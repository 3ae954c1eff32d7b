import type * as Y from 'yjs';

export type SharedType = Y.AbstractType<unknown>;

/** One character, value or item: `clock` of `client`. */
export type Id = { readonly client: number; readonly clock: number };

/** A shared type as the overlay sees it; its name for a root that the document does not have yet. */
export type Host = {
  readonly type: SharedType | null;
  /** The item that holds the type; null for a root. */
  readonly owner: Piece | null;
  list: Lane | null;
  readonly keys: Map<string, Lane>;
};

/** A sequence of items: the words of a text, or all that was ever written to one key (`key`). */
export type Lane = {
  readonly host: Host;
  readonly key: string | null;
  /** Of a list its first item, of a key its last: as Yjs keeps them. */
  head: Piece | null;
};

/**
 * What one struct, or a part of it after a split, is in the overlay. A piece of the live document reads its
 * neighbours from there until the overlay sets others; the live struct itself is never written.
 */
export class Piece {
  readonly client: number;
  readonly clock: number;
  length: number;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  /** Null for what is no item any more (GC). */
  readonly content: Y.Item['content'] | null;
  deleted: boolean;
  /** What it stands in is deleted, so that Yjs replaces it by GC after the transaction. */
  collected = false;
  /** Yjs tries to join it with its neighbours by itself (`_mergeStructs`): the rest of a split, for one. */
  joinsAlone = false;
  /** Undefined: as in the live document. */
  left: Piece | null | undefined = undefined;
  right: Piece | null | undefined = undefined;
  lane: Lane | null | undefined = undefined;
  /** The live struct it is the first part of. */
  readonly live: Y.Item | Y.GC | null;
  /** Number of the last placing that met it before its place, and as one in conflict: in place of two sets. */
  metBy = 0;
  conflictsIn = 0;
  /** The piece its origin lies in, when that was last looked up. */
  originPiece: Piece | null = null;

  constructor(
    id: Id,
    length: number,
    made: {
      origin: Id | null;
      rightOrigin: Id | null;
      content: Y.Item['content'] | null;
      deleted: boolean;
      live: Y.Item | Y.GC | null;
    },
  ) {
    this.client = id.client;
    this.clock = id.clock;
    this.length = length;
    this.origin = made.origin;
    this.rightOrigin = made.rightOrigin;
    this.content = made.content;
    this.deleted = made.deleted;
    this.live = made.live;
  }

  get end(): number {
    return this.clock + this.length;
  }

  get isItem(): boolean {
    return this.content !== null;
  }

  holds(id: Id): boolean {
    return id.client === this.client && id.clock >= this.clock && id.clock < this.end;
  }

  /** Whether `id` is its last character. */
  endsWith(id: Id | null): boolean {
    return id !== null && id.client === this.client && id.clock === this.end - 1;
  }
}

export function isSame(a: Id | null, b: Id | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}
