import type { BoardHostOf } from './board-host.ts';
import type { DocKey, Storage } from '../storage/storage.ts';
import { sharedKey } from './board-reader.ts';

interface DeleteParts {
  readonly storage: Storage;
  readonly boardHost: BoardHostOf;
}

/** Removes a board with all that belongs to it; who has it open is sent away first. */
export async function deleteWholeBoard({ storage, boardHost }: DeleteParts, id: string): Promise<void> {
  const board = await storage.board(id);
  const keys = board === null ? [] : [sharedKey(board), ...(await storage.privateDocs(id))];
  await retireAll(boardHost, keys, () => storage.deleteBoard(id));
}

/** Runs `work` while no person can open any of these documents. */
function retireAll(
  boardHost: BoardHostOf,
  keys: readonly DocKey[],
  work: () => Promise<void>,
): Promise<void> {
  const [first, ...rest] = keys;
  return first === undefined
    ? work()
    : boardHost(first.board).retire(first, () => retireAll(boardHost, rest, work));
}
