import { speechIn } from '@coherence/words';
import { sharedKey, storedBytes } from '../boards/board-reader.ts';
import { finished } from '../files/finished.ts';
import { DOC_FULL_BYTES } from '../rooms/limits/room-limits.ts';
import { renewShared } from '../hidden-work/private/renew.ts';
import { putVersion } from '../versions/versions.ts';
import type { CommandContext } from './command.ts';

/**
 * Starts a new generation of a full board with what it says, and nothing else (FULL3). What was taken off stays, or
 * goes to a version made before. Answers the generation and how full the board is now, in percent. Call it in turn.
 */
export async function makeRoom(context: CommandContext, removed: 'keep' | 'version') {
  const { board, boardShares, by, files, now: at, storage } = context;
  if (removed === 'version') {
    boardShares.keepsMore();
    const asker = { address: context.address, board: board.id, person: by.id };
    const packed = await files.pack(asker, async () => ({
      kind: 'pack',
      stored: await storedBytes(context, board),
    }));
    const name = speechIn(context.language).t('server.beforeMakingRoom');
    const version = { kind: 'named', name, by: by.id, at } as const;
    await putVersion(context, board, version, finished(packed));
  }
  const how = { as: 'board-with-room', keepsRemoved: removed === 'keep' } as const;
  const generation = await renewShared(context, board, how);
  const loaded = await storage.load(sharedKey({ ...board, generation }));
  const { snapshot = null, rows = [] } = loaded.ok ? loaded.value : {};
  const bytes = rows.reduce((sum, row) => sum + row.length, snapshot?.length ?? 0);
  return { generation, percent: Math.min(100, Math.floor((100 * bytes) / DOC_FULL_BYTES)) };
}
