import { may } from '@coherence/protocol';
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Access } from '../auth/access.ts';
import { payForWhole } from '../boards/pay-for-whole.ts';
import { ApiError } from '../errors.ts';
import { readBody } from '../http/request-body.ts';
import type { RequestShares } from '../http/shares/request-shares.ts';
import { json } from '../http/router.ts';
import type { RequestContext, Router } from '../http/router.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import type { Rehearsals } from './rehearsals.ts';

interface RehearsalRoutesParts {
  readonly rehearsals: Rehearsals;
  readonly registry: BoardHostOf;
  readonly shares: RequestShares;
  readonly access: (context: RequestContext) => Promise<Extract<Access, { ok: true }>>;
  /** Throws when somebody makes too many boards. */
  readonly limitCreation: (context: RequestContext) => void;
}

/** Copying a board is as much work as reading it so many times. */
const COPY_TIMES = 4;
const PEOPLE_MAX = 45;
const PEOPLE = 12;
/** How much faster than people pretend participants are. */
const SPEED_OF = { people: 1, quick: 12 } as const;
const SEEDS = 2 ** 32;

const rehearseBody = z.object({
  people: z.int().min(1).max(PEOPLE_MAX).default(PEOPLE),
  pace: z.enum(['people', 'quick']).default('people'),
  /** The same seed, the same decisions. */
  seed: z
    .int()
    .min(0)
    .max(SEEDS - 1)
    .optional(),
});
const actBody = z.object({ do: z.enum(['stop', 'delete']) });

/** Rehearsing on a copy with pretend participants. For facilitators. */
export function addRehearsalRoutes(
  router: Router,
  { rehearsals, registry, shares, access, limitCreation }: RehearsalRoutesParts,
): void {
  const facilitator = async (context: RequestContext) => {
    const found = await access(context);
    if (!may(found.participant.role, 'command')) throw new ApiError('not-allowed');
    return found;
  };

  router
    .on('POST', '/api/boards/:id/rehearse', async (context) => {
      const { board, participant } = await facilitator(context);
      const { people, pace, seed } = await readBody(context.request, rehearseBody);
      await payForWhole({ registry, shares }, board, context.address, COPY_TIMES);
      limitCreation(context);
      const job = { people, speed: SPEED_OF[pace], seed: seed ?? randomInt(SEEDS) };
      return json(201, await rehearsals.start(board, participant, job, context.address));
    })
    .on('GET', '/api/boards/:id/rehearsal', async (context) => {
      const { board } = await facilitator(context);
      return json(200, { rehearsal: await rehearsals.stateOf(board.id) });
    })
    .on('POST', '/api/boards/:id/rehearsal', async (context) => {
      const { board } = await facilitator(context);
      const { do: what } = await readBody(context.request, actBody);
      if (what === 'stop') await rehearsals.stop(board.id);
      else await rehearsals.remove(board.id);
      return json(200, { rehearsal: await rehearsals.stateOf(board.id) });
    });
}
