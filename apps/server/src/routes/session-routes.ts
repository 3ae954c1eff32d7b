import { may } from '@coherence/protocol';
import { currentPhase, passTurn, readSession, writeSession } from '@coherence/board';
import { z } from 'zod';
import { idBody } from '@coherence/protocol/http';
import type { Access } from '../auth/access.ts';
import { withBoard } from '../boards/board-reader.ts';
import { ApiError } from '../errors.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import { joinTeam } from '../session/deal/join-team.ts';
import type { SessionKeeper } from '../session/keeper.ts';
import type { SessionParts } from '../session/private/private-docs.ts';
import { revealLate } from '../session/writing/late.ts';
import type { BoardRecord } from '../storage/storage.ts';
import { limitByPerson, PARTICIPANT_RATE } from '../http/by-person.ts';
import { readBody } from '../http/request-body.ts';
import { json } from '../http/router.ts';
import type { RequestContext, Router } from '../http/router.ts';

interface SessionRoutesParts extends SessionParts {
  readonly keeper: SessionKeeper;
  readonly access: (context: RequestContext) => Promise<Extract<Access, { ok: true }>>;
  readonly now: () => number;
}

const DRAFTS_AT_ONCE = 200;
const doneBody = z.object({ done: z.boolean() });
/** `as`: with more of their writer than was promised, where the writer chooses so. */
const lateBody = z.object({
  drafts: z.array(idBody).min(1).max(DRAFTS_AT_ONCE),
  as: z.enum(['named', 'unit']).optional(),
});

/** What participants say about their own work while they write alone. */
export function addSessionRoutes(
  router: Router,
  { keeper, access, now, ...parts }: SessionRoutesParts,
): void {
  const limit = limitByPerson(now, PARTICIPANT_RATE);
  const writer = async (context: RequestContext) => {
    const found = await access(context);
    if (!may(found.participant.role, 'write')) throw new ApiError('not-allowed');
    limit(found.participant.id);
    return found;
  };

  router
    .on('POST', '/api/boards/:id/done', async (context) => {
      const { board, participant } = await writer(context);
      const { done } = await readBody(context.request, doneBody);
      keeper.setDone(board.id, participant.id, done);
      return json(200, { done });
    })
    .on('POST', '/api/boards/:id/turn', async (context) => {
      const { board, participant } = await writer(context);
      await withBoard(parts.registry, board, (room) =>
        room.edit((doc) => {
          const { deal } = readSession(doc);
          if (deal !== null) writeSession(doc, { deal: passTurn(deal, participant.id) });
        }),
      );
      return json(200, {});
    })
    .on('POST', '/api/boards/:id/team', async (context) => {
      const { board, participant } = await writer(context);
      return json(200, { joined: await joinTeam(parts.registry, board, participant.id) });
    })
    .on('POST', '/api/boards/:id/late', async (context) => {
      const { board, participant } = await writer(context);
      const wanted = await readBody(context.request, lateBody);
      const { promises } = keeper;
      const late = keeper.inTurn(board.id, () =>
        revealLate({ ...parts, promises }, board, {
          ...wanted,
          participant: participant.id,
          now: Date.now(),
        }),
      );
      // Counting also finishes what could not be finished at once, as while the disk was full.
      return json(200, { ...(await late.finally(() => keeper.recount(board.id))) });
    });
}

/** The phase that is on, with its clock in milliseconds since 1970; null when none is. */
export async function phaseOf(registry: BoardHostOf, board: BoardRecord) {
  const session = await withBoard(registry, board, (room) => room.read(readSession));
  const phase = currentPhase(session);
  if (phase === null || session.phase === null) return null;
  const { startedAt, endsAt } = session.phase;
  return { id: phase.id, kind: phase.kind, title: phase.title, prompt: phase.prompt, startedAt, endsAt };
}
