import { forgetCounted, markShown, readSession, removeBallot } from '@coherence/board';
import { z } from 'zod';
import { withBoard } from '../../boards/board-reader.ts';
import { ApiError } from '../../errors.ts';
import type { BoardRecord, DocKey } from '../../storage/storage.ts';
import type { PrivateDoc, SessionParts } from './private-docs.ts';
import { erasePast } from './renew.ts';

const choreSchema = z.object({
  /** What shows that the board has it: a reveal noted for these phases at this moment, or that round closed. */
  marks: z.array(z.string()),
  at: z.number(),
  round: z.string().nullable(),
  /** Owner -> draft id -> the words that were revealed. */
  drafts: z.record(z.string(), z.record(z.string(), z.string())),
  /** Whose private document may keep nothing from which who gave what could be found out. */
  erase: z.enum(['nobody', 'writers', 'everybody']),
});

/**
 * What a reveal or a closed vote leaves to be cleared up in the private documents. It is stored before the board
 * changes and dropped when all is done, so that after a crash no note is on the board twice, and none is lost.
 */
export type Chore = z.infer<typeof choreSchema>;

/** Runs `change` of the board and what must follow it. */
export async function withAftermath<T>(
  parts: SessionParts,
  board: BoardRecord,
  chore: Chore,
  change: () => Promise<T>,
): Promise<T> {
  await parts.storage.putChore(board.id, JSON.stringify(chore));
  const value = await change();
  await clearUp(parts, board, chore);
  return value;
}

/** Finishes what a board had begun when the server ended, if anything. Call it before beginning something new. */
export async function finishEarlier(parts: SessionParts, board: BoardRecord): Promise<void> {
  const noted = (await parts.storage.chores()).find((one) => one.board === board.id);
  if (noted === undefined) return;
  const chore = choreSchema.parse(JSON.parse(noted.chore));
  // An edit that changes nothing, because reading may show what is not stored yet.
  const { round, revealed } = await withBoard(parts.boardHost, board, (room) => room.edit(readSession));
  const happened =
    chore.round === null
      ? chore.marks.every((phase) => revealed[phase] === chore.at)
      : round?.id !== chore.round;
  if (happened) await clearUp(parts, board, chore);
  else await parts.storage.dropChore(board.id);
}

async function clearUp(parts: SessionParts, board: BoardRecord, chore: Chore): Promise<void> {
  for (const key of await parts.storage.privateDocs(board.id)) {
    if (chore.erase !== 'everybody' && !Object.hasOwn(chore.drafts, key.owner)) continue;
    const isRead = await edit(parts, key, (mine) => {
      markShown(mine, chore.drafts[key.owner] ?? {});
      if (chore.round !== null) removeBallot(mine, chore.round);
      if (chore.round !== null) forgetCounted(mine, chore.round);
    });
    if (isRead && chore.erase !== 'nobody') await erasePast(parts, key);
  }
  await parts.storage.dropChore(board.id);
}

/** False for a document that is damaged: it holds up nothing. Throws `load-failed` when it may open later. */
function edit({ boardHost }: SessionParts, key: DocKey, work: (mine: PrivateDoc) => void): Promise<boolean> {
  return boardHost(key.board).lend(key, async (opened) => {
    if (opened.ok) await opened.room.edit(work);
    else if (opened.error === 'failed') throw new ApiError('load-failed');
    return opened.ok;
  });
}
