import type { LookUps } from '../auth/guess-limiter.ts';
import type { BoardHostOf } from './board-host.ts';
import type { BoardRecord, Directory } from '../storage/storage.ts';
import { sharedKey } from './board-reader.ts';

interface CodeParts {
  readonly storage: Pick<Directory, 'boardByCode'>;
  readonly boardHost: BoardHostOf;
}

/** How a code is looked up for the guess limiter; a board is open while a person is connected to it. */
export function boardsByCode({ storage, boardHost }: CodeParts, code: string): LookUps<BoardRecord> {
  const all = () => storage.boardByCode(code);
  const open = async () => {
    const board = await all();
    const isOpen = board !== null && (boardHost(board.id).open(sharedKey(board))?.seats.size ?? 0) > 0;
    return isOpen ? board : null;
  };
  return { all, open };
}
