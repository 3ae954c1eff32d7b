import { readSession } from '@coherence/board';
import { withBoard } from '../../boards/board-reader.ts';
import { changeSession } from '../change-session.ts';
import type { CommandContext } from '../command.ts';
import { ApiError, refusedFor } from '../../errors.ts';
import { groupNotes, phasesOfFew } from '../../hidden-work/writing/floor.ts';
import { whatWaits } from '../../hidden-work/writing/reveal.ts';
import { phaseKeyOf, writePhaseOf } from '../../hidden-work/writing/write-phase.ts';

/** Throws `no-such-phase` for a phase that neither is on the agenda nor was revealed. */
export async function checkPhase({ boardHost, board }: CommandContext, phase: string): Promise<void> {
  const { agenda, revealed } = await withBoard(boardHost, board, (room) => room.read(readSession));
  if (!agenda.some(({ id }) => id === phase) && !Object.hasOwn(revealed, phase))
    throw new ApiError('no-such-phase');
}

/**
 * Asks those who wrote in a phase, each on their own device, whether their notes may be shown although fewer than three
 * people wrote. Neither how many are asked nor what they answer is told to any person; a reveal shows what it brought.
 * Throws `not-allowed` where no person needs to be asked. Call it in turn.
 */
export async function askWriters(
  context: CommandContext,
  phase?: string,
): Promise<{ asked: { phase: string; at: number } }> {
  const { board, sessionCounts, now } = context;
  const { session, waiting } = await whatWaits({ ...context, promises: sessionCounts.promises }, board);
  const groups = groupNotes(waiting, session);
  const [first] = phasesOfFew(groups, session);
  const meant = phase ?? writePhaseOf(session)?.id;
  const isFew = waiting.some(({ draft }) => phaseKeyOf(draft, session) === meant);
  const asked = meant !== undefined && isFew && phasesOfFew(groups, session).has(meant) ? meant : first;
  if (asked === undefined || (phase !== undefined && asked !== phase)) throw refusedFor('no-few-notes');
  await changeSession(context, () => ({ asked: { phase: asked, at: now } }));
  return { asked: { phase: asked, at: now } };
}
