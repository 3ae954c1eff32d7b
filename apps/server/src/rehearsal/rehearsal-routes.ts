import { ROUTES, SEEDS } from '@coherence/protocol/http';
import { randomInt } from 'node:crypto';
import type { BoardHostOf } from '../boards/board-host.ts';
import { payForWhole } from '../boards/pay-for-whole.ts';
import type { Router } from '../http/router.ts';
import type { BoardShares } from '../http/shares/board-shares.ts';
import type { RequestShares } from '../http/shares/request-shares.ts';
import type { ServeBoard } from '../http/serve.ts';
import type { Rehearsals } from './rehearsals.ts';

interface RehearsalRoutesParts {
  readonly rehearsals: Rehearsals;
  readonly boardHost: BoardHostOf;
  readonly shares: RequestShares;
  readonly boardShares: BoardShares;
  readonly serveBoard: ServeBoard;
}

/** Copying a board is as much work as reading it so many times. */
const COPY_TIMES = 4;
/** How much faster than people pretend participants are. */
const SPEED_OF = { people: 1, quick: 12 } as const;

/** Rehearsing on a copy with pretend participants. For facilitators. */
export function addRehearsalRoutes(
  router: Router,
  { rehearsals, boardHost, shares, boardShares, serveBoard }: RehearsalRoutesParts,
): void {
  serveBoard(router, ROUTES.rehearse, async ({ address, language, board, body, participant }) => {
    const { people, pace, seed } = body;
    await payForWhole({ boardHost, shares }, board, address, COPY_TIMES);
    boardShares.makesBoard(address);
    const job = { people, speed: SPEED_OF[pace], seed: seed ?? randomInt(SEEDS) };
    return rehearsals.start(board, participant, job, { address, language });
  });
  serveBoard(router, ROUTES.rehearsal, async ({ board }) => ({
    rehearsal: await rehearsals.stateOf(board.id),
  }));
  serveBoard(router, ROUTES.endRehearsal, async ({ board, body }) => {
    if (body.do === 'stop') await rehearsals.stop(board.id);
    else await rehearsals.remove(board.id);
    return { rehearsal: await rehearsals.stateOf(board.id) };
  });
}
