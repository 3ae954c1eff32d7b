import { currentPhase, passTurn, readSession, writeSession } from '@coherence/board';
import { ROUTES } from '@coherence/protocol/http';
import { withBoard } from '../boards/board-reader.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import { joinTeam } from '../teams/join-team.ts';
import type { SessionCounts } from '../hidden-work/session-counts.ts';
import type { HiddenWorkParts } from '../hidden-work/private/private-docs.ts';
import { revealLate } from '../hidden-work/writing/late.ts';
import type { BoardRecord } from '../storage/storage.ts';
import type { Router } from '../http/router.ts';
import type { ServeBoard } from '../http/serve.ts';

interface SessionRoutesParts extends HiddenWorkParts {
  readonly sessionCounts: SessionCounts;
  readonly serveBoard: ServeBoard;
  /** Milliseconds since 1970. */
  readonly today: () => number;
}

/** What participants say about their own work while they write alone. */
export function addSessionRoutes(
  router: Router,
  { sessionCounts, serveBoard, today, ...parts }: SessionRoutesParts,
): void {
  serveBoard(router, ROUTES.done, ({ board, body: { done }, participant }) => {
    sessionCounts.setDone(board.id, participant.id, done);
    return { done };
  });
  serveBoard(router, ROUTES.turn, async ({ board, participant }) => {
    await withBoard(parts.boardHost, board, (room) =>
      room.edit((doc) => {
        const { deal } = readSession(doc);
        if (deal !== null) writeSession(doc, { deal: passTurn(deal, participant.id) });
      }),
    );
    return {};
  });
  serveBoard(router, ROUTES.team, async ({ board, participant }) => ({
    joined: await joinTeam(parts.boardHost, board, participant.id),
  }));
  serveBoard(router, ROUTES.late, ({ board, body, participant }) => {
    const { promises } = sessionCounts;
    const late = sessionCounts.inTurn(board.id, () =>
      revealLate({ ...parts, promises }, board, { ...body, participant: participant.id, now: today() }),
    );
    // Counting also finishes what could not be finished at once, as while the disk was full.
    return late.finally(() => sessionCounts.recount(board.id));
  });
}

/** The phase that is on, with its clock in milliseconds since 1970; null when none is. */
export async function phaseOf(boardHost: BoardHostOf, board: BoardRecord) {
  const session = await withBoard(boardHost, board, (room) => room.read(readSession));
  const phase = currentPhase(session);
  if (phase === null || session.phase === null) return null;
  const { startedAt, endsAt } = session.phase;
  return { id: phase.id, kind: phase.kind, title: phase.title, prompt: phase.prompt, startedAt, endsAt };
}
