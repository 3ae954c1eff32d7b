import { ROUTES } from '@coherence/protocol/http';
import type { GuessLimiter } from '../auth/guess-limiter.ts';
import { normalCode } from '../auth/secrets.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import { boardsByCode } from '../boards/by-code.ts';
import { ApiError } from '../errors.ts';
import type { Router } from '../http/router.ts';
import { serve, type ServeBoard } from '../http/serve.ts';
import type { Storage } from '../storage/storage.ts';
import { writeProbe } from '../storage/write-probe.ts';
import { HeardDevices } from './heard.ts';

interface CheckRoutesParts {
  readonly storage: Storage;
  readonly boardHost: BoardHostOf;
  readonly guesses: GuessLimiter;
  readonly serveBoard: ServeBoard;
}

/** The check before a session: a device says that it got here, and the facilitator sees that, and what the disk says. */
export function addCheckRoutes(router: Router, parts: CheckRoutesParts): void {
  const { storage, boardHost, guesses, serveBoard } = parts;
  const heard = new HeardDevices();
  const tryDisk = writeProbe(storage, () => performance.now());

  serve(router, ROUTES.sayReached, async ({ address, body }) => {
    const code = normalCode(body.code);
    if (code === null) throw new ApiError('unknown-code');
    const board = await guesses.guess(address, code, boardsByCode({ storage, boardHost }, code));
    if (board === 'too-many') throw new ApiError('too-many-tries');
    if (board === null) throw new ApiError('unknown-code');
    heard.hear(board.id, { device: body.device, at: Date.now() });
    return { heard: true as const };
  });
  serveBoard(router, ROUTES.check, async ({ board }) => {
    const now = Date.now();
    return { now, heard: heard.of(board.id, now), disk: await tryDisk() };
  });
}
