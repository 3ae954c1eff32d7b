import { deleteWholeBoard } from '../../boards/delete-board.ts';
import type { CommandContext } from '../command.ts';
import { ApiError } from '../../errors.ts';
import { redactVersions } from '../../versions/versions.ts';
import { erasePast, newGeneration } from '../../hidden-work/private/renew.ts';

/**
 * Takes the words of factors out of a board for good: out of its rehearsals, its versions and the private documents
 * they were written in first, so that, if the server ends in between, what is to be redacted is on the board alone. A
 * rehearsal that cannot be opened is removed instead. Answers the new generation.
 */
export async function redact(context: CommandContext, factors: readonly string[]): Promise<number> {
  const { board, sessionCounts, log, storage } = context;
  return sessionCounts.inTurn(board.id, async () => {
    const asker = { address: context.address, person: context.by.id };
    const gone = await redactVersions(context, board, factors, asker);
    for (const rehearsal of await storage.rehearsals()) {
      const copy = rehearsal.of === board.id ? await storage.board(rehearsal.board) : null;
      if (copy === null) continue;
      const redacted = sessionCounts.inTurn(copy.id, async () => {
        const there = await redactVersions(context, copy, [...gone], asker);
        await newGeneration(context, copy, there);
      });
      await redacted.catch(async (error: unknown) => {
        if (!isUnreadable(error)) throw error;
        log.warn('rehearsal-not-redacted', { board: copy.id });
        await deleteWholeBoard(context, copy.id);
      });
    }
    await forgetShown(context);
    return newGeneration(context, board, gone);
  });
}

/** A private document keeps what was revealed of it for a while: its writer may have typed on. One that is damaged stays. */
async function forgetShown(context: CommandContext): Promise<void> {
  const { board, log, storage } = context;
  for (const key of await storage.privateDocs(board.id)) {
    await erasePast(context, key).catch((error: unknown) => {
      if (!isUnreadable(error)) throw error;
      log.warn('private-not-renewed', { board: board.id });
    });
  }
}

/** Not of a disk that is full: what could not be done then can be asked for again. */
function isUnreadable(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'load-failed';
}
