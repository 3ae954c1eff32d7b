import type { BoardSnapshot } from '@coherence/board';
import { ApiError } from '../errors.ts';
import { keptSnapshot, snapshotBefore } from '../rooms/document/kept-snapshot.ts';
import type { RequestShares } from '../http/shares/request-shares.ts';
import type { Registry } from '../rooms/registry.ts';
import type { Room } from '../rooms/room.ts';
import type { BoardRecord, DocKey } from '../storage/storage.ts';

/** The document everybody shares. */
export function sharedKey(board: BoardRecord): DocKey {
  return { board: board.id, generation: board.generation, owner: '' };
}

/** Uses a board's live room. Throws `load-failed` when it cannot be opened. */
export function withBoard<T>(
  registry: Registry,
  board: BoardRecord,
  work: (room: Room) => Promise<T>,
): Promise<T> {
  return registry.withRoom(sharedKey(board), (opened) => {
    if (!opened.ok) throw new ApiError('load-failed');
    return work(opened.room);
  });
}

/** The board as it is stored now, as plain values. */
export function readBoard(
  registry: Registry,
  board: BoardRecord,
  read: ReturnType<typeof readFor>,
): Promise<BoardSnapshot> {
  return withBoard(registry, board, (room) => room.read((doc) => read(doc, room.size().bytes)));
}

/** Of a record in a document, to tell how many there are before they are read. */
const RECORD_BYTES = 100;

/** Reads the board of a document of so many bytes for somebody at `address`, who pays for what has to be read anew. */
export function readFor(
  shares: RequestShares,
  address: string,
): (doc: Parameters<typeof keptSnapshot>[0], bytes: number) => BoardSnapshot {
  return (doc, bytes) => {
    const before = snapshotBefore(doc);
    shares.mayRead(address, before === null ? bytes / RECORD_BYTES : recordsOf(before));
    const snapshot = keptSnapshot(doc);
    if (snapshot !== before) shares.readAnew(address, recordsOf(snapshot));
    return snapshot;
  };
}

function recordsOf(snapshot: BoardSnapshot): number {
  const { factors, influences, notes, merged } = snapshot;
  return factors.length + influences.length + notes.length + merged.length;
}
