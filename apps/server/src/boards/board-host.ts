import type { Renewing } from '../rooms/document/renewal.ts';
import type { OpenResult, Registry } from '../rooms/registry.ts';
import type { Seat } from '../rooms/presence/seat.ts';
import type { Room } from '../rooms/room.ts';
import type { DocKey, StoredDoc } from '../storage/storage.ts';

/** One of the documents of a board: `owner` is empty for the shared one. */
export type DocOfBoard = Omit<DocKey, 'board'>;

/** A connection to a board, or to a person's private document. */
export interface BoardSeat {
  readonly seat: Seat;
  readonly isPrivate: boolean;
}

/** Where the documents of one board are open. Each method as the one of `Registry` does it. */
export interface BoardHost {
  /** Lends the room of a document to `visit`, opened where it is not. */
  lend<T>(doc: DocOfBoard, visit: (opened: OpenResult) => T | Promise<T>): Promise<T>;
  /** The room of a document that is open now. */
  open(doc: DocOfBoard): Room | null;
  /** A seat has left a document. */
  left(doc: DocOfBoard): void;
  /** Every connection to the board and to its private documents. */
  seats(): BoardSeat[];
  /** Ends a document for good, and runs `work` on it while no person can open it. */
  retire<T>(doc: DocOfBoard, work: (key: DocKey) => Promise<T>): Promise<T>;
  /** What a document goes on as in its next generation. */
  renew(stored: StoredDoc, how: Renewing): ReturnType<Registry['renew']>;
}

/**
 * The host of the board with this id: the one way to its documents, over HTTP, on sockets and for what the server does
 * by itself. A board has one owner at a time, which today is this process.
 */
export type BoardHostOf = (id: string) => BoardHost;

/** All boards are open in this process. */
export function localHosts(registry: Registry): BoardHostOf {
  return (board) => ({
    lend: (doc, visit) => registry.withRoom({ ...doc, board }, visit),
    open: (doc) => registry.peek({ ...doc, board }),
    left: (doc) => registry.released({ ...doc, board }),
    seats: () =>
      [...registry.rooms()]
        .filter(({ key }) => key.board === board)
        .flatMap(({ key, seats }) => [...seats].map((seat) => ({ seat, isPrivate: key.owner !== '' }))),
    retire: (doc, work) => registry.retire({ ...doc, board }, work),
    renew: (stored, how) => registry.renew(stored, how),
  });
}
