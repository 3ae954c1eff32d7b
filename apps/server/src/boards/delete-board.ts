import type { BoardHostOf } from './board-host.ts';
import type { DocKey, Storage } from '../storage/storage.ts';
import { sharedKey } from './board-reader.ts';

interface DeleteParts {
  readonly storage: Storage;
  readonly registry: BoardHostOf;
}

/** Removes a board with all that belongs to it; who has it open is sent away first. */
export async function deleteWholeBoard({ storage, registry }: DeleteParts, id: string): Promise<void> {
  const board = await storage.board(id);
  const keys = board === null ? [] : [sharedKey(board), ...(await storage.privateDocs(id))];
  await retireAll(registry, keys, () => storage.deleteBoard(id));
}

/** Runs `work` while nobody can open any of these documents. */
function retireAll(registry: BoardHostOf, keys: readonly DocKey[], work: () => Promise<void>): Promise<void> {
  const [first, ...rest] = keys;
  return first === undefined
    ? work()
    : registry(first.board).retire(first, () => retireAll(registry, rest, work));
}
