import { forgetCounted, markShown, readSession, removeBallot } from '@coherence/board';
import { z } from 'zod';
import { withBoard } from '../../boards/board-reader.ts';
import { ApiError } from '../../errors.ts';
import type { BoardRecord, DocKey } from '../../storage/storage.ts';
import type { PrivateDoc, HiddenWorkParts } from './private-docs.ts';
import { erasePast } from './renew.ts';

const pendingCleanupSchema = z.object({
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
export type PendingCleanup = z.infer<typeof pendingCleanupSchema>;

/** Runs `change` of the board and what must follow it. */
export async function withCleanup<T>(
  parts: HiddenWorkParts,
  board: BoardRecord,
  cleanup: PendingCleanup,
  change: () => Promise<T>,
): Promise<T> {
  await parts.storage.putCleanup(board.id, JSON.stringify(cleanup));
  const value = await change();
  await cleanUp(parts, board, cleanup);
  return value;
}

/** Finishes what a board had begun when the server ended, if anything. Call it before beginning something new. */
export async function finishCleanup(parts: HiddenWorkParts, board: BoardRecord): Promise<void> {
  const noted = (await parts.storage.cleanups()).find((one) => one.board === board.id);
  if (noted === undefined) return;
  const cleanup = pendingCleanupSchema.parse(JSON.parse(noted.chore));
  // An edit that changes nothing, because reading may show what is not stored yet.
  const { round, revealed } = await withBoard(parts.boardHost, board, (room) => room.edit(readSession));
  const happened =
    cleanup.round === null
      ? cleanup.marks.every((phase) => revealed[phase] === cleanup.at)
      : round?.id !== cleanup.round;
  if (happened) await cleanUp(parts, board, cleanup);
  else await parts.storage.dropCleanup(board.id);
}

async function cleanUp(parts: HiddenWorkParts, board: BoardRecord, cleanup: PendingCleanup): Promise<void> {
  for (const key of await parts.storage.privateDocs(board.id)) {
    if (cleanup.erase !== 'everybody' && !Object.hasOwn(cleanup.drafts, key.owner)) continue;
    const isRead = await edit(parts, key, (privateDoc) => {
      markShown(privateDoc, cleanup.drafts[key.owner] ?? {});
      if (cleanup.round !== null) removeBallot(privateDoc, cleanup.round);
      if (cleanup.round !== null) forgetCounted(privateDoc, cleanup.round);
    });
    if (isRead && cleanup.erase !== 'nobody') await erasePast(parts, key);
  }
  await parts.storage.dropCleanup(board.id);
}

/** False for a document that is damaged: it holds up nothing. Throws `load-failed` when it may open later. */
function edit(
  { boardHost }: HiddenWorkParts,
  key: DocKey,
  work: (privateDoc: PrivateDoc) => void,
): Promise<boolean> {
  return boardHost(key.board).lend(key, async (opened) => {
    if (opened.ok) await opened.room.edit(work);
    else if (opened.error === 'failed') throw new ApiError('load-failed');
    return opened.ok;
  });
}
