import type { RequestShares } from '../http/shares/request-shares.ts';
import type { BoardRecord } from '../storage/storage.ts';
import type { BoardHostOf } from './board-host.ts';
import { withBoard } from './board-reader.ts';

interface PayParts {
  readonly boardHost: BoardHostOf;
  readonly shares: Pick<RequestShares, 'mayUseWhole' | 'usesWhole'>;
}

/**
 * Charges board and address for reading, keeping or replacing all of a board `times` over, by its size. A board that no
 * person has open is opened to know it, which what follows does anyway, and only for those who have not taken too much.
 * Throws `too-often` or `load-failed`.
 */
export async function payForWhole(
  { boardHost, shares }: PayParts,
  board: BoardRecord,
  address: string,
  times = 1,
): Promise<void> {
  shares.mayUseWhole(board.id, address);
  const bytes = await withBoard(boardHost, board, async (room) => room.size().bytes);
  shares.usesWhole(board.id, address, bytes, times);
}
