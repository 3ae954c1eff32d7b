import type { BoardSnapshot } from '@coherence/board';
import { ApiError } from '../errors.ts';
import { keptSnapshot } from '../rooms/document/kept-snapshot.ts';
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
export function readBoard(registry: Registry, board: BoardRecord): Promise<BoardSnapshot> {
  return withBoard(registry, board, (room) => room.read(keptSnapshot));
}
