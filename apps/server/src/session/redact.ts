import { deleteWholeBoard } from '../boards/delete-board.ts';
import type { CommandContext } from '../boards/command.ts';
import { redactVersions } from '../versions/versions.ts';
import { newGeneration } from './renew.ts';

/**
 * Takes the words of factors out of a board for good: out of its rehearsals and versions first, so that, if the server
 * ends in between, what is to be redacted is on the board alone. A rehearsal that cannot be opened is removed instead.
 * Answers the new generation.
 */
export async function redact(context: CommandContext, factors: readonly string[]): Promise<number> {
  const { board, keeper, log, storage } = context;
  return keeper.inTurn(board.id, async () => {
    const gone = await redactVersions(context, board, factors);
    for (const rehearsal of await storage.rehearsals()) {
      const copy = rehearsal.of === board.id ? await storage.board(rehearsal.board) : null;
      if (copy === null) continue;
      const redacted = keeper.inTurn(copy.id, async () => {
        const there = await redactVersions(context, copy, [...gone]);
        await newGeneration(context, copy, there);
      });
      await redacted.catch(async (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        log.warn('rehearsal-not-redacted', { board: copy.id, reason });
        await deleteWholeBoard(context, copy.id);
      });
    }
    return newGeneration(context, board, gone);
  });
}
