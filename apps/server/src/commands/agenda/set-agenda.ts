import { readDrafts, readSession, tightenRound, writeSession } from '@coherence/board';
import type { Phase, Session } from '@coherence/board';
import { withBoard } from '../../boards/board-reader.ts';
import type { CommandContext } from '../command.ts';
import { refusedFor } from '../../errors.ts';
import { readPrivateDocs } from '../../hidden-work/private/private-docs.ts';
import { promiseWaiting } from '../../hidden-work/writing/promises.ts';
import { mayHoldNotes, writersAmong } from '../../hidden-work/writing/written-for.ts';
import { anonymityOf, showsMore } from '../../hidden-work/writing/write-phase.ts';

/** `base`: the revision of the agenda that was changed; without one it replaces whatever is there. */
interface AgendaWanted {
  readonly agenda: Phase[];
  readonly base?: number | undefined;
}

/**
 * Replaces the agenda. Throws `agenda-changed` where another person was quicker, `bad-request` where the phase that is
 * on would go, `not-allowed` where waiting notes were promised more than the new agenda keeps. Call it in turn.
 */
export async function setAgenda(
  context: CommandContext,
  { agenda, base }: AgendaWanted,
): Promise<{ phases: number; revision: number }> {
  const { boardHost, board, by } = context;
  await keepPromises(context, agenda);
  const set = await withBoard(boardHost, board, (room) =>
    room.edit((doc) => {
      const { phase, agendaRevision } = readSession(doc);
      if (base !== undefined && base !== agendaRevision.n) return { quicker: agendaRevision.by };
      const isOn = phase === null || agenda.some(({ id }) => id === phase.id);
      if (!isOn) throw refusedFor('phase-on-agenda');
      const revision = agendaRevision.n + 1;
      tightenRound(doc, agenda);
      writeSession(doc, { agenda, agendaRevision: { n: revision, by: by.id } });
      return { revision };
    }),
  );
  if (set.revision !== undefined) return { phases: agenda.length, revision: set.revision };
  const other = set.quicker === null ? null : await context.storage.participant(set.quicker);
  throw other === null || other.name === ''
    ? refusedFor('agenda-changed-by-another')
    : refusedFor('agenda-changed-by', { name: other.name });
}

/**
 * Stores what waiting notes are promised now, before the agenda changes: what was tightened stays so. While they wait,
 * their phase cannot promise less; what came after its reveal keeps its own promise.
 */
async function keepPromises(context: CommandContext, next: readonly Phase[]): Promise<void> {
  const session = await withBoard(context.boardHost, context.board, (room) => room.read(readSession));
  if (!changesPromises(session, next)) return;
  await promiseWaiting({ ...context, promises: context.sessionCounts.promises }, context.board);
  const { readings } = await readPrivateDocs(context, context.board.id, readDrafts, mayHoldNotes);
  const writerOf = writersAmong(await context.storage.participants(context.board.id));
  const waiting = readings.flatMap(({ person, value }) =>
    value.filter((draft) => writerOf(draft, person) !== null),
  );
  for (const draft of waiting) {
    const phase = next.find(({ id }) => id === draft.phase);
    if (phase === undefined || Object.hasOwn(session.revealed, phase.id)) continue;
    if (!showsMore(phase.identity, anonymityOf(draft, session))) continue;
    throw refusedFor('notes-wait', { title: phase.title });
  }
}

/** A mended prompt needs no look into the drafts; a phase that comes, goes or promises something else does. */
function changesPromises({ agenda }: Session, next: readonly Phase[]): boolean {
  const promises = (phases: readonly Phase[]) =>
    JSON.stringify(phases.map(({ id, identity }) => [id, identity]).toSorted());
  return promises(agenda) !== promises(next);
}
